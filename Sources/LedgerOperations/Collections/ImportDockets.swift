import LedgerModel
import LedgerStatements
import LedgerStore
import PostgresClient

extension Ledger {
    /// Imports dockets with one debt a line from CSV; lines of one docket add debts to it.
    ///
    /// Columns: docket, judgment_date, rule; if given amount, grade, counts, priors, entity
    /// (`yes` or `no`); or those that the mapping declares. A line is named by its docket and its
    /// place among the docket's lines, so the same file adds nothing twice. All else is as for
    /// collections; `recorded` counts debts.
    public func importDockets(
        _ file: ImportFile,
        opening: () throws -> ImportBytes,
        rejects: ([UInt8]) throws -> Void = { _ in },
        progress: (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportProgress {
        let books = try await self.books()
        let survey = try FileSurvey(.docket, file.mapping, try opening())
        try survey.check(file)
        let imported = try await attempt { try await open(file, .docket, survey) }
        let importer = DocketImporter(
            ledger: self,
            books: books,
            library: try library(),
            today: try date(.today, books),
            imported: imported,
            isDryRun: file.isDryRun
        )
        var source = MappedFile(.docket, file.mapping)
        var report: RejectReport?
        var batch: [DocketImporter.Entry] = []
        var ordinals: [String: Int] = [:]
        var done = ImportProgress()
        (done.fileLines, done.fileSum) = (survey.lines, survey.sum)
        let bytes = try opening()
        while let item = try source.next(pulling: {
            guard done.bytes < survey.bytes, let chunk = try bytes() else { return nil }
            let rest = survey.bytes - done.bytes
            done.bytes += min(chunk.count, rest)
            return Array(chunk.prefix(rest))
        }) {
            guard let columns = source.columns else { continue }
            var rejected = report ?? RejectReport(columns, file.mapping)
            done.lines += 1
            switch importer.read(item, columns, &ordinals) {
            case .success(let entry): batch.append(entry)
            case .failure(let line): try rejected.add(line, rejects)
            }
            if batch.count == DocketImporter.batchSize {
                try await settle(batch, importer, &done, &rejected, rejects)
                batch.removeAll(keepingCapacity: true)
                progress(done)
            }
            done.rejected = rejected.count
            report = rejected
        }
        if var rejected = report {
            try await settle(batch, importer, &done, &rejected, rejects)
            done.rejected = rejected.count
        }
        progress(done)
        if !file.isDryRun { try await sealAll() }
        return done
    }

    private func settle(
        _ batch: [DocketImporter.Entry],
        _ importer: DocketImporter,
        _ done: inout ImportProgress,
        _ report: inout RejectReport,
        _ rejects: ([UInt8]) throws -> Void
    ) async throws {
        let outcome = try await attempt("import-docket") { try await importer.record(batch) }
        done.recorded += outcome.recorded
        done.replayed += outcome.replayed
        for line in outcome.rejected { try report.add(line, rejects) }
        if !importer.isDryRun { await sealQuietly() }
    }
}
