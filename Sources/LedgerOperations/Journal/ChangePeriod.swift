public import LedgerModel
import LedgerStore

extension Ledger {
    /// Closes a fund's books through a day: nothing is posted on it or before it any more.
    ///
    /// Refused with `LG501` before the day has passed, `LG502` when it is closed already.
    @discardableResult
    public func close(
        fund: String,
        through day: LedgerDate,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(
            .changePeriods,
            [
                "action": .text("close"), "closed_through": .day(day), "fund": .text(fund),
            ],
            options
        )
    }

    /// Opens again what was closed after a day; another person must do so than who closed it.
    ///
    /// Refused with `LG503` when nothing after the day is closed, `LG406` for the same person.
    @discardableResult
    public func reopen(
        fund: String,
        after day: LedgerDate,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(
            .changePeriods,
            [
                "action": .text("reopen"), "closed_through": .day(day), "fund": .text(fund),
            ],
            options
        )
    }
}
