import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct AmendDebtCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Sets what is owed on a debt, up or down, by an amended judgment.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress docket amend 27-CR-24-1001 --debt 1 \\
                  --to 600.00 --order "order of 2025-07-01"
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String

    @Option(help: "The number of the debt.")
    var debt: Int16

    @Option(help: "What is owed in all, in dollars.", transform: ArgumentReader.amount)
    var to: Money

    @Option(help: "How the court calls its order.")
    var order: String

    @Option(help: "From when it holds; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let amendment = AmendDebt(
            debt,
            on: docket,
            to: to,
            order: order,
            effective: .on(ifKnown: on)
        )
        let amended = try await LedgerSession.run(global) {
            try await $0.amend(amendment, command)
        }
        try await ResultWriter(global).write(
            .changed(
                "docket_amend",
                amended,
                [ReportField("debt", "\(debt)"), ReportField("owed", "\(to)")]
            )
        )
    }
}
