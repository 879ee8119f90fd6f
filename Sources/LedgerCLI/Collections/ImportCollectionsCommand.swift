import ArgumentParser
import LedgerOperations
import LedgerReports

struct ImportCollectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports receipts from CSV; again and again the same file adds nothing twice.",
        discussion: """
            Columns: docket, amount, date; if given number, method, payer_reference, memo.

            Example:
              printf 'docket,amount,date\\n27-CR-24-1004,25.00,2025-06-30\\n' |
                PGUSER=demo_clerk_hennepin redress collection import - \\
                  --source county --dry-run
            """
    )

    @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: "The name under which its receipt numbers are unique, such as county.")
    var source: String

    @Option(help: "How lines that do not say so were paid.", transform: ArgumentReader.word)
    var method = PaymentMethod.other

    @Option(
        help: "Where lines that were not imported go; FILE.rejects.csv when not said.",
        completion: .file()
    )
    var rejects: String?

    @Flag(help: "Check everything, keep nothing.")
    var dryRun = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let input = try InputFile(file)
        let output = RejectsFile(rejects ?? (file == "-" ? "rejects.csv" : "\(file).rejects.csv"))
        if OutputFile.areSame(file, output.path) {
            throw FileFailure(
                problem: "The rejects would overwrite the file that is imported.",
                remedy: "Name another file with --rejects."
            )
        }
        let bar = ProgressBar("Importing", options: global)
        let request = ImportCollections(source: source, usualMethod: method, isDryRun: dryRun)
        var last: ImportProgress?
        let done: ImportProgress
        do {
            done = try await LedgerSession.run(global) { ledger in
                try await ledger.importCollections(
                    request,
                    reading: input.next,
                    rejects: output.write,
                    progress: {
                        last = $0
                        bar.update($0.lines, part: $0.bytes, of: input.size)
                    }
                )
            }
            bar.finish()
            try output.finish()
        } catch let error where Complaint(error).code == .interrupted {
            bar.finish()
            try output.finish()
            throw Interrupted(
                kept: dryRun
                    ? "Nothing was kept."
                    : "\(last?.recorded ?? 0) receipts were kept; the same file adds only the rest."
            )
        } catch LedgerFailure.inDoubt {
            bar.finish()
            throw ImportInDoubt()
        } catch {
            bar.finish()
            throw error
        }
        try await ResultWriter(global).write(result(done, output))
        if done.rejected > 0 { throw PartlyDone(rejected: done.rejected, file: output.path) }
    }

    private func result(_ progress: ImportProgress, _ output: RejectsFile) -> Report {
        var fields = [
            ReportField("lines", "\(progress.lines)"),
            ReportField("recorded", "\(progress.recorded)"),
            ReportField("recorded_before", "\(progress.replayed)"),
            ReportField("rejected", "\(progress.rejected)"),
        ]
        if progress.rejected > 0 { fields.append(ReportField("rejects_file", output.path)) }
        return .facts(
            "collection_import",
            dryRun ? "Checked; nothing was kept" : "Imported",
            fields
        )
    }
}
