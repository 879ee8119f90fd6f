public import LedgerModel
import LedgerStore

/// A till to be opened by its cashier.
public struct OpenTill: Hashable, Sendable {
    /// The till, which is the source of its receipts; at most 60 characters.
    public var till: String
    /// The change in it before anything is received; it is no money of the ledger's.
    public var changeFund: Money
    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?
    /// When.
    public var opened: BusinessDay

    /// Describes the opening of a till.
    public init(
        _ till: String,
        changeFund: Money = .zero,
        fund: String? = nil,
        opened: BusinessDay = .today
    ) {
        self.till = till
        self.changeFund = changeFund
        self.fund = fund
        self.opened = opened
    }
}

extension Ledger {
    /// Opens a till; from then on its source takes receipts only while it is open.
    ///
    /// Refused with `LG321` when it is open, `LG112` when the fund lacks the account for cash over
    /// and short, which running `init` again adds.
    @discardableResult
    public func open(
        _ opening: OpenTill,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        return try await record(
            .openTills,
            [
                "change_fund_cents": .number(opening.changeFund.cents),
                "effective_on": .day(try date(opening.opened, books)),
                "fund": .number(Int64(try books.custodialFund(opening.fund).id)),
                "till": .text(opening.till),
            ],
            options
        )
    }
}
