public import LedgerModel
import LedgerStore

/// A purse by the names that people use.
public struct PurseName: Hashable, Sendable {
    /// The code of the fund.
    public var fund: String
    /// What the money may be spent on.
    public var purpose: String
    /// The fiscal year in which it may be awarded; 0 for any; nil where there is one only.
    public var year: Int?

    /// Names a purse.
    public init(_ fund: String, _ purpose: String, year: Int? = nil) {
        self.fund = fund
        self.purpose = purpose
        self.year = year
    }
}

/// Money moved into, within or out of a fund.
public struct FundMovement: Hashable, Sendable {
    /// How much.
    public var amount: Money
    /// The day on which it happened.
    public var effective: BusinessDay

    /// Describes an amount of today.
    public init(_ amount: Money, effective: BusinessDay = .today) {
        self.amount = amount
        self.effective = effective
    }
}

/// A grant to be awarded.
public struct AwardGrant: Hashable, Sendable {
    /// The purse that pays.
    public var purse: PurseName
    /// The rule under which it is awarded, by its short name or citation.
    public var rule: String
    /// What the grantee will do with it.
    public var purpose: String
    /// The organization that receives it, never a person.
    public var grantee: String
    /// The award's own reference.
    public var reference: String
    /// How much and when.
    public var movement: FundMovement

    /// Describes an award.
    public init(
        _ reference: String,
        to grantee: String,
        for purpose: String,
        from purse: PurseName,
        under rule: String,
        _ movement: FundMovement
    ) {
        self.reference = reference
        self.grantee = grantee
        self.purpose = purpose
        self.purse = purse
        self.rule = rule
        self.movement = movement
    }
}

extension Ledger {
    /// A fund receives money from outside its jurisdiction's own courts.
    @discardableResult
    public func receive(
        _ movement: FundMovement,
        from origin: String,
        into purse: PurseName,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let purse = try books.purse(purse)
        return try await record(
            .receiveFundMoney,
            try fields(movement, books).merging([
                "purse": .number(Int64(purse.id)), "received_from": .text(origin),
            ]) { $1 },
            options,
            postings: try PostingRules.fundReceipt(movement.amount, in: books.accounts(in: purse))
        )
    }

    /// Apportions and allots authority of a federal fund; `LG410` beyond what is unapportioned.
    @discardableResult
    public func allot(
        _ movement: FundMovement,
        in purse: PurseName,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let purse = try books.purse(purse)
        return try await record(
            .allot,
            try fields(movement, books).merging(["purse": .number(Int64(purse.id))]) { $1 },
            options,
            postings: try PostingRules.allotment(movement.amount, in: books.accounts(in: purse))
        )
    }

    /// Awards a grant.
    ///
    /// Refused with `LG401` beyond what is available, `LG402` for a purpose that the law does
    /// not let the purse pay for, `LG206` without the rule, `LG411` for a reference in use.
    @discardableResult
    public func award(
        _ award: AwardGrant,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let purse = try books.purse(award.purse)
        let authority = books.authorities.last {
            $0.rule == award.rule || $0.citation == award.rule
        }
        guard let authority else { throw LedgerRefusal(.authorityUnknown, detail: award.rule) }
        return try await record(
            .award,
            try fields(award.movement, books).merging([
                "authority": .number(Int64(authority.id)), "grantee": .text(award.grantee),
                "purpose": .text(award.purpose), "purse": .number(Int64(purse.id)),
                "reference": .text(award.reference),
            ]) { $1 },
            options,
            postings: try PostingRules.award(
                award.movement.amount,
                in: books.accounts(in: purse)
            )
        )
    }

    /// Pays a grantee under an award; `LG404` beyond what is left of it, `LG407` beyond the cash.
    @discardableResult
    public func disburse(
        _ movement: FundMovement,
        under award: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let (books, accounts) = try await self.accounts(ofAward: award)
        return try await record(
            .disburse,
            try fields(movement, books).merging(["award": .text(award)]) { $1 },
            options,
            postings: try PostingRules.disbursement(movement.amount, in: accounts)
        )
    }

    /// Releases the undrawn part of an award to its purse; `LG405` beyond what is left of it.
    @discardableResult
    public func deobligate(
        _ movement: FundMovement,
        of award: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let (books, accounts) = try await self.accounts(ofAward: award)
        return try await record(
            .deobligate,
            try fields(movement, books).merging(["award": .text(award)]) { $1 },
            options,
            postings: try PostingRules.deobligation(movement.amount, in: accounts)
        )
    }

    private func fields(
        _ movement: FundMovement,
        _ books: StoredBooks
    ) throws -> [String: DoorCommand.Field] {
        [
            "amount_cents": .number(movement.amount.cents),
            "effective_on": .day(try date(movement.effective, books)),
        ]
    }

    private func accounts(ofAward reference: String) async throws -> (StoredBooks, FundAccounts) {
        let books = try await self.books()
        let id = try await attempt { try await store.purse(ofAward: reference) }
        guard let id, let purse = books.purse(id) else {
            throw LedgerRefusal(.awardUnknown, detail: reference)
        }
        return (books, try books.accounts(in: purse))
    }
}

extension StoredBooks {
    /// The purse of this name, or `LG801`, `LG806`.
    func purse(_ name: PurseName) throws(LedgerRefusal) -> PurseRow {
        guard let fund = funds.first(where: { $0.code == name.fund }) else {
            throw LedgerRefusal(.fundUnknown, detail: name.fund)
        }
        let found = purses.filter {
            $0.fundID == fund.id && $0.purpose == name.purpose
                && (name.year == nil || $0.yearOfAvailability == name.year)
        }
        guard found.count == 1 else {
            let detail = "\(found.count) purses of \(name.fund) for \(name.purpose)"
            throw LedgerRefusal(.purseUnknown, detail: detail)
        }
        return found[0]
    }
}
