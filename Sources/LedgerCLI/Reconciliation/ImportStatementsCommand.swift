import ArgumentParser
import Foundation
import LedgerOperations
import LedgerReports

struct ImportStatementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports a file of statements; the same bytes add nothing twice.",
        discussion: """
            BAI2, camt.052 to 054, MT940 and MT942, OFX and NACHA are known by their
            beginning; CSV and QIF need a declared source. A statement under the name of an
            earlier one supersedes it. One that does not hold what it says is quarantined
            until another person releases it; of a file that cannot be read only the findings
            are kept; both end with exit code 1.

            Example:
              printf ':20:A\\n:25:%s\\n:28C:1/1\\n:60F:C250601USD1,\\n:62F:C250602USD1,\\n-\\n' \\
                40001234 | PGUSER=demo_clerk_hennepin \\
                redress statement import - --dry-run
            """
    )

    @Argument(help: "The file, or - for standard input.", completion: .file())
    var file: String

    @Option(help: "The bank account that all of it must be about.")
    var account: String?

    @Option(help: "bai2, camt, csv, mt940, nacha, ofx or qif, where the file does not tell.")
    var format: String?

    @Option(help: "The declared source of the file.")
    var source: String?

    @Flag(help: "Check everything, keep nothing.")
    var dryRun = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let input = try InputFile(file)
        let name = file == "-" ? "standard input" : URL(fileURLWithPath: file).lastPathComponent
        let command = ImportStatements(
            account: account,
            format: format,
            source: source,
            isDryRun: dryRun
        )
        let bar = ProgressBar("Importing", options: global)
        defer { bar.finish() }
        let record = try await LedgerSession.run(global) { ledger in
            try await ledger.importStatements(
                command,
                StatementInput(name: name, bytes: input.bytes),
                progress: { bar.update($1, part: $0, of: input.size) }
            )
        }
        bar.finish()
        try await ResultWriter(global).write(report(record))
        guard record.verdict == "accepted" else { throw Self.finding(record, isDryRun: dryRun) }
    }

    private func report(_ record: StatementFileRecord) -> Report {
        var title = "File \(record.verdict)"
        if dryRun { title = "Checked; nothing was kept" }
        if record.isReplay { title = "Read before" }
        return .facts(
            "statement_import",
            title,
            [
                ReportField("file", record.name), ReportField("format", record.format),
                ReportField("verdict", record.verdict),
                ReportField("statements", "\(record.statements)"),
                ReportField("lines", "\(record.lines)"),
                ReportField("findings", "\(record.findingCount)"),
                ReportField("sha256", record.digest),
            ],
            sections: record.findings.isEmpty ? [] : [.findings(record.findings)]
        )
    }

    private static func finding(_ record: StatementFileRecord, isDryRun: Bool) -> Findings {
        let isRejected = record.verdict == "rejected"
        return Findings(
            summary: isRejected
                ? "The file was rejected: not all of it can be read."
                : "The file does not hold what it says: it is quarantined.",
            facts: isDryRun ? "Nothing was kept." : "",
            remedy: isRejected
                ? "Ask the sender for a whole file, or declare how its source is read."
                : "Compare the findings with the bank; another person can release its statements."
        )
    }
}
