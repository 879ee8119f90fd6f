import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct FindIndigenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Records what the court found of the defendant's means.",
        discussion: """
            The newest finding holds. What the law spares the indigent is then not ordered; \
            what was ordered before stays.

            Example:
              PGUSER=demo_clerk_hennepin redress docket find 27-CR-24-1004 --not-indigent
            """
    )

    enum Finding: String, EnumerableFlag {
        case indigent, notIndigent

        static func help(for value: Finding) -> ArgumentHelp? {
            switch value {
            case .indigent: "The court found the defendant indigent."
            case .notIndigent: "The court found that the defendant can pay."
            }
        }
    }

    @Argument(help: "The reference of the docket.")
    var docket: String

    @Flag(exclusivity: .exclusive)
    var finding: Finding

    @Option(help: "The day of the finding; today if left out.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let found = RecordFinding(
            isIndigent: finding == .indigent,
            on: docket,
            found: on.map(BusinessDay.on) ?? .today
        )
        let recorded = try await LedgerSession.run(global) {
            try await $0.record(found, write.command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "docket_find",
                recorded,
                [
                    ReportField("docket", docket),
                    ReportField("indigent", found.isIndigent ? "yes" : "no"),
                ]
            )
        )
    }
}
