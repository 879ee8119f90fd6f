import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ApplyUnappliedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply-unapplied",
        abstract: "Applies money that waits on dockets whose debts were ordered later.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress collection apply-unapplied \\
                  --through 2025-06-30 --dry-run
            """
    )

    @Option(help: "The last day of receipt; today when not said.", transform: ArgumentReader.date)
    var through: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let applied = try await LedgerSession.run(global) {
            try await $0.applyUnapplied(through: .on(ifKnown: through), command)
        }
        try await ResultWriter(global).write(
            .facts(
                "collection_apply_unapplied",
                command.isDryRun ? "Would be applied; nothing was kept" : "Applied",
                [ReportField("request_key", command.requestKey)],
                sections: [
                    ReportSection(
                        "dockets",
                        columns: [
                            ReportColumn("docket", "Docket", .text),
                            ReportColumn("unapplied", "Unapplied", .money),
                            ReportColumn("applied", "Applied", .money),
                        ],
                        rows: applied.map {
                            ReportRow([
                                .text($0.docket), .money($0.unapplied), .money($0.applied),
                            ])
                        }
                    )
                ]
            )
        )
    }
}
