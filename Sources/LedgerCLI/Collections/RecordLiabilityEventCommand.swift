import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordLiabilityEventCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "liability",
        abstract: "Records a release from prison or a death, by which liability can end.",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress docket liability 1:24-cr-00123 released \\
                  --on 2025-06-30
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String

    @Argument(help: "released or died.", transform: ArgumentReader.word)
    var event: LiabilityEvent

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.record(event, on: docket, happened: .on(ifKnown: on), command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "docket_liability",
                recorded,
                [ReportField("docket", docket), ReportField("event", event.rawValue)]
            )
        )
    }
}
