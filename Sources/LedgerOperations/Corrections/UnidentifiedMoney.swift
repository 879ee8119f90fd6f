public import LedgerModel
import LedgerStore
import PostgresClient

/// Money received of which nobody knows the docket.
public struct RecordUnidentified: Hashable, Sendable {
    /// What was received.
    public var amount: Money
    /// How it was paid.
    public var method: PaymentMethod
    /// The till whose book numbers the receipt; at most 60 characters.
    public var source: String
    /// The receipt's own number; nil to take the next of the till's book.
    public var number: String?
    /// What the payer calls the payment, such as a check number; never a name.
    public var payerReference: String?
    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?
    /// When it was received.
    public var received: BusinessDay

    /// Describes money received at the counter; set what differs.
    public init(
        _ amount: Money,
        by method: PaymentMethod,
        payerReference: String? = nil,
        received: BusinessDay = .today
    ) {
        self.amount = amount
        self.method = method
        self.payerReference = payerReference
        self.received = received
        source = "counter"
    }
}

/// Money of a receipt that no debt has claimed, or what a payer owes back.
public struct UnappliedMoney: Hashable, Sendable {
    /// The reference of the docket; nil when nobody knows it, or it was expunged.
    public let docket: String?
    /// The till or file that numbered the receipt; empty for what a payer owes back.
    public let source: String
    /// The number of the receipt; empty for what a payer owes back.
    public let number: String
    /// What the payer called the payment.
    public let payerReference: String?
    /// When the money came, however often its receipt was entered again since, or when the bank
    /// took back what had been given back.
    public let receivedOn: LedgerDate
    /// For how many days it has waited.
    public let days: Int
    /// What waits; negative for what a payer owes back.
    public let amount: Money
    /// Whether it waits longer than the setting `suspense_alert_days` has it.
    public let isLate: Bool
    /// Whether nobody knows the docket.
    public let isUnidentified: Bool

    /// Whether the payer was given back more than the bank left of the docket's money.
    public var isOwedBack: Bool { amount < .zero }
}

extension Ledger {
    /// Records money of which nobody knows the docket; its reference is the receipt number.
    ///
    /// It waits unapplied until ``identify(_:_:)`` finds its docket, or it is taken back. Refused
    /// with `LG309` for a number that its source has used.
    @discardableResult
    public func record(
        _ money: RecordUnidentified,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        return try await record(
            .recordUnidentified,
            [
                "amount_cents": .number(money.amount.cents),
                "effective_on": .day(try date(money.received, books)),
                "fund": .number(Int64(try books.custodialFund(money.fund).id)),
                "method": .text(money.method.rawValue), "number": .text(money.number),
                "payer_reference": .text(money.payerReference), "source": .text(money.source),
            ],
            options
        )
    }

    /// Money that no debt had claimed on a day, oldest first, and what payers owed back; its sum is
    /// the balance of the accounts of unapplied money.
    public func unappliedMoney(on day: BusinessDay = .today) async throws -> [UnappliedMoney] {
        let books = try await self.books()
        let day = try date(day, books)
        return try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                try await connection.unapplied(asOf: day)
            }
        }.map { row in
            UnappliedMoney(
                docket: row.docket,
                source: row.source,
                number: row.number,
                payerReference: row.payerReference,
                receivedOn: row.receivedOn,
                days: row.days,
                amount: row.amount,
                isLate: row.isLate,
                isUnidentified: row.docketID == nil
            )
        }
    }
}
