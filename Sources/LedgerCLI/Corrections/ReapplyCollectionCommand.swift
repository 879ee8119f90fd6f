import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ReapplyCollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reapply",
        abstract: "Places all receipts of a docket where the payment order has them now.",
        discussion: """
            For money that waited until a debt was ordered, or a joint claim opened again.

            Example:
              PGUSER=demo_clerk_hennepin redress collection reapply 27-CR-24-1002
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let reapplied = try await LedgerSession.run(global) {
            try await $0.reapply(docket, on: .on(ifKnown: on), command)
        }
        try await ResultWriter(global).write(
            .facts(
                "collection_reapply",
                command.isDryRun ? "Checked; nothing was kept" : "Applied anew",
                [
                    ReportField("docket", docket),
                    ReportField("receipts_applied_anew", "\(reapplied.count)"),
                    ReportField("request_key", command.requestKey),
                ]
            )
        )
    }
}
