import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct OpenDocketCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opens a docket by the court's own reference, without a name.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress docket open 27-CR-25-2001 --judgment \\
                  2025-03-03
            """
    )

    @Argument(help: "The court's reference.")
    var reference: String

    @Option(
        help: "The day of judgment, which decides which law applies.",
        transform: ArgumentReader.date
    )
    var judgment: LedgerDate

    @Flag(help: "The offender is an organization.")
    var entity = false

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "The payment order of the judgment, such as federal-3612c.")
    var paymentOrder: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let docket = OpenDocket(
            reference,
            judgmentOn: judgment,
            isEntity: entity,
            fund: fund,
            paymentOrder: paymentOrder
        )
        let recorded = try await LedgerSession.run(global) {
            try await $0.open(docket, write.command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "docket_open",
                recorded,
                [
                    ReportField("docket", reference), ReportField("judgment_on", "\(judgment)"),
                ]
            )
        )
    }
}
