import Foundation
public import LedgerModel
import LedgerStore
import PostgresClient

/// Money to be given back to the payer of a docket by check.
public struct IssueRefund: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String
    /// How much; nil for all that is payable or that no debt takes.
    public var amount: Money?
    /// The number of the check; nil for the next of the court's fund.
    public var checkNumber: Int64?
    /// To whom, by a token of the court's own; never a name.
    public var payableTo: String
    /// When.
    public var issued: BusinessDay

    /// Describes a refund.
    public init(
        _ amount: Money?,
        on docket: String,
        checkNumber: Int64? = nil,
        payableTo: String = "payer",
        issued: BusinessDay = .today
    ) {
        self.amount = amount
        self.docket = docket
        self.checkNumber = checkNumber
        self.payableTo = payableTo
        self.issued = issued
    }
}

/// What a docket has to give back, and what was given back of its money.
public struct RefundStanding: Hashable, Sendable {
    /// Payable after a conviction was vacated.
    public let payable: Money
    /// What no debt takes; negative where a check was returned after its money was given back.
    public let unapplied: Money
    /// What was given back or is payable, of all receipts.
    public let givenBack: Money
    /// What the payer owes again: open on debts, and given back before they were open; or given
    /// back of money that a bank took back.
    public let owedAgain: Money
}

/// A refund as it was stated, for the door and for a second person.
private struct RefundFacts: Codable {
    let docket: Int64
    let amountCents: Int64?
    let checkNumber: Int64?
    let payableTo: String
    let effectiveOn: String
}

extension Ledger {
    static let refundAction = "refund_issue"

    /// Proposes a refund; ``approve(refund:_:)`` of the entry's identity by another person pays it.
    ///
    /// The second person approves an amount: of all that there is, what that is now. Refused with
    /// `LG201` without the docket, and at once when it could not be paid, as ``issue(_:_:)`` is.
    @discardableResult
    public func propose(
        _ refund: IssueRefund,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let day = try date(refund.issued, books)
        let docket = try await docket(refund.docket)
        let facts = RefundFacts(
            docket: docket.id,
            amountCents: try await amount(of: refund, on: docket, options.requestKey).cents,
            checkNumber: refund.checkNumber,
            payableTo: refund.payableTo,
            effectiveOn: "\(day)"
        )
        return try await record(
            .propose,
            ["action": .text(Self.refundAction), "statement": .text(try Self.json(facts))],
            options
        )
    }

    /// Pays a refund that another person proposed; its reference is the number of the check.
    ///
    /// Refused with `LG701` without such a proposal, `LG406` for its own author, and as
    /// ``issue(_:_:)`` is. Whoever approves is a clerk or an approver.
    @discardableResult
    public func approve(
        refund proposal: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(.issueRefunds, ["proposal": .number(proposal)], options)
    }

    /// Gives money back that is payable, or that no debt takes; its reference is the number of the
    /// check.
    ///
    /// What recipients of the same jurisdiction were sent comes back from what they have not
    /// obligated; for the rest the general account advances. Refused with `LG330` beyond what
    /// there is, `LG331` from the amount on that takes two persons, `LG416` for a check number
    /// in use, `LG407` beyond what is in the bank.
    @discardableResult
    public func issue(
        _ refund: IssueRefund,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let day = try date(refund.issued, books)
        let docket = try await docket(refund.docket)
        return try await record(
            .issueRefunds,
            [
                "amount_cents": .number(ifKnown: refund.amount?.cents),
                "check_number": .number(ifKnown: refund.checkNumber),
                "docket": .number(docket.id), "effective_on": .day(day),
                "payable_to": .text(refund.payableTo),
            ],
            options
        )
    }

    /// What a docket has to give back, and what was given back of its money; `LG201` without it.
    public func refundStanding(of docket: String) async throws -> RefundStanding {
        let row = try await self.docket(docket)
        return try await attempt {
            try await store.withTransaction(keeping: false) { connection in
                let (payable, unapplied) = try await connection.refundable(docket: row.id)
                let given = try await connection.refunds(ofDocket: row.id)
                let debts = try await connection.claim(docket: row.id).debts
                let open = try Money.sum(debts.map { try $0.owed - $0.applied })
                let givenBack = try Money.sum(given.map(\.amount))
                return RefundStanding(
                    payable: payable,
                    unapplied: unapplied,
                    givenBack: givenBack,
                    owedAgain: max(min(open, givenBack), try .zero - payable - unapplied)
                )
            }
        }
    }

    /// What is to be given back; of all, what is payable and unapplied now, or was when it was
    /// proposed under this request key.
    private func amount(
        of refund: IssueRefund,
        on docket: DocketRow,
        _ key: String
    ) async throws -> Money {
        if let amount = refund.amount { return amount }
        return try await attempt {
            try await store.withTransaction(keeping: false) { connection in
                if let entry = try await connection.entry(underKey: key),
                    let known = try await connection.proposal(entry, of: Self.refundAction)
                {
                    let decoder = JSONDecoder()
                    decoder.keyDecodingStrategy = .convertFromSnakeCase
                    let facts = try decoder.decode(RefundFacts.self, from: Data(known.utf8))
                    return Money(cents: facts.amountCents ?? 0)
                }
                let (payable, unapplied) = try await connection.refundable(docket: docket.id)
                return try payable + unapplied
            }
        }
    }

    func docket(_ reference: String) async throws -> DocketRow {
        let rows = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) {
                try await $0.dockets([reference])
            }
        }
        guard let docket = rows.first else {
            throw LedgerRefusal(.docketUnknown, detail: reference)
        }
        return docket
    }
}
