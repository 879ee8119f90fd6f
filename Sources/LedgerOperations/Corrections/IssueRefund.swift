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
    /// What the payer owes again: open on debts, and given back before they were open.
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

    /// Proposes a refund; ``approve(refund:_:)`` of the entry's identity by another clerk pays it.
    ///
    /// Refused with `LG201` without the docket.
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
            amountCents: refund.amount?.cents,
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
    /// ``issue(_:_:)`` is.
    @discardableResult
    public func approve(
        refund proposal: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await pay(["proposal": .number(proposal)], options) { connection in
            let statement = try await connection.proposal(proposal, of: Self.refundAction)
            guard let statement else { return nil }
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let facts = try decoder.decode(RefundFacts.self, from: Data(statement.utf8))
            let day = try LedgerDate(iso: facts.effectiveOn)
            return (facts.docket, facts.amountCents.map(Money.init(cents:)), day)
        }
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
        let statement: [String: DoorCommand.Field] = [
            "amount_cents": .number(ifKnown: refund.amount?.cents),
            "check_number": .number(ifKnown: refund.checkNumber),
            "docket": .number(docket.id), "effective_on": .day(day),
            "payable_to": .text(refund.payableTo),
        ]
        return try await pay(statement, options) { _ in (docket.id, refund.amount, day) }
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
                    owedAgain: min(open, givenBack)
                )
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

    private func pay(
        _ statement: [String: DoorCommand.Field],
        _ options: CommandOptions,
        facts:
            @escaping @Sendable (isolated PostgresConnection) async throws
            -> (docket: Int64, amount: Money?, day: LedgerDate)?
    ) async throws -> Recorded {
        let command = DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: statement
        )
        let reply = try await write(options) { connection in
            var repaid = 0
            if let facts = try await facts(connection),
                try await connection.entry(underKey: options.requestKey) == nil
            {
                let docket = try await connection.dockets([], ids: [facts.docket]).first
                let payable = try await connection.refundable(docket: facts.docket).payable
                let amount = min(facts.amount ?? payable, payable)
                if let docket, amount.isPositive {
                    repaid = try await connection.repayOwn(
                        docket.fundID,
                        amount,
                        on: facts.day,
                        key: options.requestKey
                    )
                }
            }
            let reply = try await connection.ask(.issueRefunds, [command])[0]
            // What the recipients gave back goes with the refund, or not at all.
            if let refusal = reply.refusal, repaid > 0 { throw refusal }
            return reply
        }
        return try await recorded(reply, options)
    }
}

extension PostgresConnection {
    /// Takes back from recipients of the same jurisdiction what they owe and can give.
    fileprivate func repayOwn(
        _ fund: Int32,
        _ amount: Money,
        on day: LedgerDate,
        key: String
    ) async throws -> Int {
        let repayments = try await ownRepayments(fund: fund, upTo: amount)
        let commands = repayments.map { recipient, amount in
            DoorCommand(
                key: "\(key):repay:\(recipient)",
                memo: nil,
                statement: [
                    "amount_cents": .number(amount.cents), "effective_on": .day(day),
                    "fund": .number(Int64(fund)), "recipient": .number(Int64(recipient)),
                ]
            )
        }
        guard !commands.isEmpty else { return 0 }
        for reply in try await ask(.repayRemittances, commands) {
            if let refusal = reply.refusal { throw refusal }
        }
        return commands.count
    }
}
