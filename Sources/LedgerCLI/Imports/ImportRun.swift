import LedgerModel
import LedgerOperations
import LedgerReports

/// Imports a file with progress, rejects and one report, whatever its lines are.
struct ImportRun {
    let options: ImportOptions
    let global: GlobalOptions
    let kind: ImportKind

    /// What an import is told besides the file itself.
    struct Ends {
        let file: ImportFile
        let opening: () throws -> ImportBytes
        let rejects: ([UInt8]) throws -> Void
        let progress: (ImportProgress) -> Void
    }

    func run(_ body: (Ledger, Ends) async throws -> ImportProgress) async throws {
        let file = try options.importFile(kind)
        let input = try InputFile(options.file)
        let output = RejectsFile(options.rejectsPath)
        if OutputFile.areSame(options.file, output.path) {
            throw FileFailure(
                problem: "The rejects would overwrite the file that is imported.",
                remedy: "Name another file with --rejects."
            )
        }
        let bar = ProgressBar("Importing", options: global)
        var last: ImportProgress?
        let done: ImportProgress
        do {
            done = try await LedgerSession.run(global) { ledger in
                let ends = Ends(
                    file: file,
                    opening: input.open,
                    rejects: output.write,
                    progress: {
                        last = $0
                        bar.update($0.lines, part: $0.bytes, of: input.size)
                    }
                )
                return try await body(ledger, ends)
            }
            bar.finish()
            try output.finish()
        } catch let error where Complaint(error).code == .interrupted {
            bar.finish()
            try output.finish()
            throw Interrupted(
                kept: file.isDryRun
                    ? "Nothing was kept."
                    : "\(last?.recorded ?? 0) lines were kept; the same file adds only the rest."
            )
        } catch LedgerFailure.inDoubt {
            bar.finish()
            throw ImportInDoubt()
        } catch {
            bar.finish()
            throw error
        }
        try await ResultWriter(global).write(report(done, output))
        if done.rejected > 0 { throw PartlyDone(rejected: done.rejected, file: output.path) }
    }

    private func report(_ progress: ImportProgress, _ output: RejectsFile) -> Report {
        var fields = [
            ReportField("lines", "\(progress.lines)"),
            ReportField("sum", "\(progress.fileSum)"),
            ReportField("look_alikes", "\(progress.lookAlikes.count)"),
            ReportField("recorded", "\(progress.recorded)"),
            ReportField("recorded_before", "\(progress.replayed)"),
            ReportField("rejected", "\(progress.rejected)"),
        ]
        if progress.rejected > 0 { fields.append(ReportField("rejects_file", output.path)) }
        return .facts(
            "\(kind.rawValue)_import",
            options.dryRun ? "Checked; nothing was kept" : "Imported",
            fields,
            sections: progress.lookAlikes.count > 0 ? [.lookAlikes(progress.lookAlikes)] : []
        )
    }
}
