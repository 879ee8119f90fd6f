public import LedgerModel
import LedgerStore

extension Ledger {
    /// Gives back to the general account what it advanced for refunds, as far as later shares or
    /// repayments of recipients have made it good.
    ///
    /// Without an amount, all that can be. Refused with `LG332` beyond what was made good.
    @discardableResult
    public func repayAdvance(
        _ amount: Money? = nil,
        fund: String? = nil,
        on day: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        return try await record(
            .repayAdvances,
            [
                "amount_cents": .number(ifKnown: amount?.cents),
                "effective_on": .day(try date(day, books)),
                "fund": .number(Int64(try books.custodialFund(fund).id)),
            ],
            options
        )
    }
}
