import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

/// What every order says that takes something off a debt.
struct DebtChangeOptions: ParsableArguments {
    @Argument(help: "The reference of the docket.")
    var docket: String

    @Option(help: "The number of the debt on its docket.")
    var debt: Int16

    @Argument(help: "How much is taken off, in dollars.", transform: ArgumentReader.amount)
    var amount: Money

    @Option(help: "The reference of the order.")
    var order: String

    @Option(
        help: "From when the order holds; today when not said.",
        transform: ArgumentReader.date
    )
    var on: LedgerDate?

    func run(
        _ reason: DebtChangeReason,
        named name: String,
        _ global: GlobalOptions,
        _ write: WriteOptions
    ) async throws {
        let command = write.command
        let change = ChangeDebt(
            reason,
            of: debt,
            on: docket,
            by: try .zero - amount,
            order: order,
            effective: .on(ifKnown: on)
        )
        let changed = try await LedgerSession.run(global) { try await $0.change(change, command) }
        try await ResultWriter(global).write(
            .recorded(
                name,
                changed.recorded,
                [
                    ReportField("docket", docket), ReportField("debt", "\(debt)"),
                    ReportField("reason", reason.rawValue), ReportField("amount", "-\(amount)"),
                    ReportField("order", order),
                ]
            )
        )
    }
}
