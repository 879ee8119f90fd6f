import LedgerModel
import LedgerStatements
import LedgerStore
import PostgresClient

extension Ledger {
    /// Imports dockets with one debt a line from CSV; lines of one docket add debts to it.
    ///
    /// Columns: docket, judgment_date, rule; if given amount, grade, counts, priors, entity
    /// (`yes` or `no`). A line is named by its docket and its place among the docket's lines, so
    /// the same file adds nothing twice. `reading`, `rejects` and `progress` are as for
    /// collections; `recorded` counts debts.
    public func importDockets(
        reading: () throws -> [UInt8]?,
        rejects: ([UInt8]) throws -> Void = { _ in },
        progress: (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportProgress {
        let books = try await self.books()
        let importer = DocketImporter(
            ledger: self,
            books: books,
            library: try library(),
            today: try date(.today, books)
        )
        var reader = CSVReader()
        var report = RejectReport()
        var header: CSVHeader?
        var batch: [DocketImporter.Entry] = []
        var ordinals: [String: Int] = [:]
        var done = ImportProgress()
        while let item = try reader.next(pulling: {
            let chunk = try reading()
            done.bytes += chunk?.count ?? 0
            return chunk
        }) {
            guard let columns = header else {
                let opened = try DocketImporter.header(item)
                reader.expectedFieldCount = opened.count
                report.columns = opened.names
                header = opened
                continue
            }
            done.lines += 1
            switch importer.read(item, columns, &ordinals) {
            case .success(let entry): batch.append(entry)
            case .failure(let line): try report.add(line, rejects)
            }
            if batch.count == DocketImporter.batchSize {
                try await settle(batch, importer, &done, &report, rejects)
                batch.removeAll(keepingCapacity: true)
                done.rejected = report.count
                progress(done)
            }
        }
        try await settle(batch, importer, &done, &report, rejects)
        done.rejected = report.count
        progress(done)
        try await sealAll()
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
        await sealQuietly()
    }
}

/// The lines that were not imported, as a CSV file that grows.
struct RejectReport {
    var columns: [String] = []
    private(set) var count = 0

    mutating func add(_ line: RejectedLine, _ write: ([UInt8]) throws -> Void) throws {
        let hasReason = columns.contains { $0.lowercased() == RejectedLine.column }
        let names = hasReason ? columns : columns + [RejectedLine.column]
        if count == 0 { try write(RejectedLine.csv(names)) }
        count += 1
        try write(line.csv(columns: names))
    }
}
