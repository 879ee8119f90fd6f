import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct WriteOffDebtCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-off",
        abstract: "Proposes to expect a debt no more; it stays owed, and payments still apply.",
        discussion: """
            Another person approves it. The amount is all that is written off then; 0 takes a \
            write-off back.

            Example:
              PGUSER=demo_clerk_hennepin redress docket write-off 27-CR-24-1004 \\
                  --debt 1 150.00
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String

    @Option(help: "The number of the debt on its docket.")
    var debt: Int16

    @Argument(help: "How much, in dollars.", transform: ArgumentReader.total)
    var amount: Money

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.proposeWriteOff(of: debt, on: docket, amount, command)
        }
        try await ResultWriter(global).write(
            .proposed(
                "docket_write_off",
                recorded,
                [
                    ReportField("docket", docket), ReportField("debt", "\(debt)"),
                    ReportField("amount", "\(amount)"),
                ]
            )
        )
    }
}
