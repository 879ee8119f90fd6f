public import LedgerModel
import LedgerStore

/// A transfer into a federal fund whose amount the law takes from the books.
public enum TransferFundMoney: Hashable, Sendable {
    /// 18 U.S.C. 3014(d): an amount equal to the assessments collected up to a day.
    case collected(through: LedgerDate)
    /// 18 U.S.C. 3014(h)(1): in a fiscal year as much as (d) transferred for it, within limits.
    case health(year: Int)
}

extension Ledger {
    /// Transfers what the law says and was not yet transferred; its reference is the amount.
    ///
    /// The amount is negative when collected money was taken back since, and zero when nothing
    /// changed: run again it adds nothing. Refused with `LG418` where no such transfer is known,
    /// `LG417` when a later day is covered already, `LG419` for a day after `made`, `LG407` when
    /// more has to be taken back than the purse holds free.
    @discardableResult
    public func transfer(
        _ transfer: TransferFundMoney,
        made: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        var statement: [String: DoorCommand.Field] = [
            "effective_on": .day(try date(made, books))
        ]
        switch transfer {
        case .collected(let through):
            statement["clause"] = .text("3014(d)")
            statement["through"] = .day(through)
            statement["year"] = .number(ifKnown: nil)
        case .health(let year):
            statement["clause"] = .text("3014(h)(1)")
            statement["through"] = .text(nil)
            statement["year"] = .number(Int64(year))
        }
        return try await record(.transferFundMoney, statement, options)
    }
}
