public import LedgerModel
import LedgerStore

/// By when a judgment wants a debt paid.
public struct ScheduleDebt: Hashable, Sendable {
    /// How what is owed is divided.
    public enum Parts: Hashable, Sendable {
        /// Equal parts of what is still owed, the last with the cents that do not divide.
        case equal(count: Int, first: LedgerDate, every: Instalment.Interval)
        /// The parts that the court states, which must add up to what is still owed.
        case stated([Instalment])
    }

    /// The reference of the docket.
    public var docket: String

    /// The number of the debt.
    public var debt: Int16

    /// How what is owed is divided.
    public var parts: Parts

    /// Describes a schedule.
    public init(_ debt: Int16, on docket: String, _ parts: Parts) {
        self.debt = debt
        self.docket = docket
        self.parts = parts
    }
}

extension Ledger {
    /// Says by when a debt is to be paid, part by part; the newest schedule of a debt holds.
    ///
    /// Refused with `LG203` without the debt, `LG215` when the parts are not exactly what is still
    /// owed, `LG216` when they do not follow each other from the judgment on.
    @discardableResult
    public func schedule(
        _ schedule: ScheduleDebt,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(.scheduleDebts, on: schedule.docket, options) { connection, docket in
            let instalments: [Instalment]
            switch schedule.parts {
            case .stated(let stated): instalments = stated
            case .equal(let count, let first, let interval):
                guard
                    let left = try await connection.left(ofDebt: schedule.debt, docket: docket.id)
                else { throw LedgerRefusal(.debtUnknown, detail: "debt \(schedule.debt)") }
                instalments = try Instalment.equal(
                    left,
                    count: count,
                    first: first,
                    every: interval
                )
            }
            return [
                "docket": .number(docket.id), "debt": .number(Int64(schedule.debt)),
                "instalments": .list(
                    instalments.map {
                        .object([
                            "due_on": .day($0.dueOn), "amount_cents": .number($0.amount.cents),
                        ])
                    }
                ),
            ]
        }
    }
}
