import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ImportOpeningCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings a fund in from another system with its history, by two persons.",
        discussion: """
            The folder holds debts.csv, trial_balance.csv and controls.csv, and receipts.csv, \
            unapplied.csv and checks.csv where there are any. One person has everything checked \
            and proposes it; another approves the same files by the number of the proposal, and \
            all of it is kept, or nothing.

            Example:
              PGUSER=demo_clerk_hennepin redress opening import old-system \\
                  --cut-over 2025-06-30
              redress opening import old-system --approve 118 --jurisdiction us-mn-hennepin
            """
    )

    @Argument(help: "The folder with the files.", completion: .directory)
    var folder: String

    @Option(
        help: "The last day that the other system kept, as 2025-06-30.",
        transform: ArgumentReader.date
    )
    var cutOver: LedgerDate?

    @Option(help: "The court's fund, where there are several.")
    var fund: String?

    @Option(help: "The number of a proposal by another person.")
    var approve: Int64?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        guard (cutOver == nil) != (approve == nil), fund == nil || approve == nil else {
            throw ValidationError("Give --cut-over to propose, or --approve alone.")
        }
    }

    func run() async throws {
        let command = write.command
        do {
            let result: Report
            if let approve {
                let recorded = try await LedgerSession.run(global) {
                    try await $0.approve(opening: approve, from: folder, command)
                }
                result = .recorded(
                    "opening_import",
                    recorded,
                    [ReportField("proposal", "\(approve)")]
                )
            } else if let cutOver {
                let opening = ImportOpening(folder, cutOver: cutOver, fund: fund)
                result = Self.report(
                    try await LedgerSession.run(global) { try await $0.propose(opening, command) }
                )
            } else {
                return
            }
            try await ResultWriter(global).write(result)
        } catch let faults as OpeningFaults {
            try await ResultWriter(global).write(Self.report(faults))
            throw Findings(
                summary: "The opening was not kept: \(faults.count) faults.",
                facts: "Nothing of it is in the books.",
                remedy: "Correct the files and import the folder again."
            )
        }
    }

    private static func report(_ proposed: ProposedOpening) -> Report {
        let files = proposed.files.sorted { $0.key < $1.key }.map {
            ReportRow([.text($0.key), .text($0.value)])
        }
        return .recorded(
            "opening_import",
            proposed.recorded,
            [ReportField("proposal", "\(proposed.proposal)")],
            sections: [
                ReportSection(
                    "files",
                    title: "Files",
                    columns: [
                        ReportColumn("file", "File", .text),
                        ReportColumn("sha256", "SHA-256", .text),
                    ],
                    rows: files
                )
            ]
        )
    }

    private static func report(_ faults: OpeningFaults) -> Report {
        .facts(
            "opening_import",
            "Not kept",
            [ReportField("faults", "\(faults.count)")],
            sections: [
                ReportSection(
                    "faults",
                    columns: [
                        ReportColumn("file", "File", .text), ReportColumn("line", "Line", .count),
                        ReportColumn("column", "Column", .count),
                        ReportColumn("reason", "Reason", .text),
                    ],
                    rows: faults.faults.map {
                        ReportRow([
                            .text($0.file), .count(Int64($0.line)), .count(Int64($0.column)),
                            .text($0.reason),
                        ])
                    }
                )
            ]
        )
    }
}
