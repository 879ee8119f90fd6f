import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordDeobligationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Releases the undrawn part of an award to its purse.",
        discussion: """
            Example:
              PGUSER=demo_grants_mn redress deobligation record A-2025-1 --amount 1.00
            """
    )

    @Argument(help: "The reference of the award.")
    var award: String

    @Option(help: "How much, in dollars.", transform: ArgumentReader.amount)
    var amount: Money

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.deobligate(
                FundMovement(amount, effective: .on(ifKnown: on)),
                of: award,
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "deobligation_record",
                recorded,
                [
                    ReportField("award", award), ReportField("amount", "\(amount)"),
                ]
            )
        )
    }
}
