import LedgerModel
import LedgerStatements
import LedgerStore

/// A file of collections to be imported.
public struct ImportCollections: Hashable, Sendable {
    /// The name under which receipt numbers are unique, such as the court's own system.
    public var source: String

    /// How lines that do not say so were paid.
    public var usualMethod: PaymentMethod

    /// Whether everything is checked and nothing kept.
    ///
    /// Each batch is then checked by itself.
    public var isDryRun: Bool

    /// How many lines share a transaction.
    public var batchSize: Int

    /// Describes an import.
    public init(
        source: String,
        usualMethod: PaymentMethod = .other,
        isDryRun: Bool = false,
        batchSize: Int = 5_000
    ) {
        self.source = source
        self.usualMethod = usualMethod
        self.isDryRun = isDryRun
        self.batchSize = batchSize
    }
}

/// How far an import has come, and at its end what it did.
public struct ImportProgress: Hashable, Sendable {
    /// Bytes of the file that were read.
    public internal(set) var bytes = 0

    /// Lines read, the header not counted.
    public internal(set) var lines = 0

    /// Collections recorded.
    public internal(set) var recorded = 0

    /// Lines that had been recorded before.
    public internal(set) var replayed = 0

    /// Lines not imported.
    public internal(set) var rejected = 0
}

extension Ledger {
    /// Imports collections from CSV, in flat memory; every good line is kept.
    ///
    /// Columns: docket, amount, date; if given number, method, payer_reference, memo. `reading`
    /// answers with the next bytes and nil at the end; `rejects` receives a CSV file of the lines
    /// that were not imported, with a column for the reason; `progress` is told after each batch.
    /// Imported again, whole, in part or after a kill, a file adds only what is not there yet.
    /// Throws ``ImportFault`` when the header cannot be used.
    public func importCollections(
        _ request: ImportCollections,
        reading: () throws -> [UInt8]?,
        rejects: ([UInt8]) throws -> Void = { _ in },
        progress: (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportProgress {
        let books = try await self.books()
        let today = try date(.today, books)
        var importer = CollectionImporter(ledger: self, request: request, books: books)
        var reader = CSVReader()
        return try await attempt("import:\(request.source)") {
            try await withThrowingTaskGroup(of: CollectionImporter.Outcome.self) { group in
                var file: CollectionFile?
                while let item = try reader.next(pulling: {
                    let chunk = try reading()
                    importer.progress.bytes += chunk?.count ?? 0
                    return chunk
                }) {
                    guard file != nil else {
                        let opened = try CollectionFile(opening: item, request, today: today)
                        reader.expectedFieldCount = opened.header.count
                        importer.report.columns = opened.header.names
                        file = opened
                        continue
                    }
                    guard let read = file?.read(item) else { continue }
                    importer.progress.lines += 1
                    switch read {
                    case .rejected(let line): try importer.reject(line, rejects)
                    case .line(let line, let record):
                        try await importer.take(line, record, &group, rejects, progress)
                    }
                }
                guard file != nil else {
                    throw ImportFault(findings: ["line 1, column 1: the file is empty"])
                }
                try await importer.finish(&group, rejects, progress)
            }
            if !request.isDryRun { try await sealAll() }
            return importer.progress
        }
    }

    /// Seals until nothing is left or another is sealing.
    package func sealAll() async throws {
        try await attempt {
            while try await store.seal() > 0 {}
        }
    }
}

extension CollectionFile {
    fileprivate init(
        opening item: CSVItem,
        _ request: ImportCollections,
        today: LedgerDate
    ) throws(ImportFault) {
        switch item {
        case .record(let record):
            try self.init(
                record,
                source: request.source,
                usualMethod: request.usualMethod,
                today: today
            )
        case .rejected(let finding, _):
            throw ImportFault(findings: [finding.description])
        case .rejectedRest:
            throw ImportFault(findings: ["line 1, column 1: no header"])
        }
    }
}
