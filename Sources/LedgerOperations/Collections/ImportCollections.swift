import LedgerModel
import LedgerStatements
import LedgerStore

/// A file of collections to be imported.
public struct ImportCollections: Hashable, Sendable {
    /// The file.
    public var file: ImportFile

    /// How lines that do not say so were paid.
    public var usualMethod: PaymentMethod

    /// Whether payments that look alike stop the import before anything is kept.
    public var isStrict: Bool

    /// How many lines share a transaction.
    public var batchSize: Int

    /// Describes an import.
    public init(
        _ file: ImportFile,
        usualMethod: PaymentMethod = .other,
        isStrict: Bool = false,
        batchSize: Int = 5_000
    ) {
        self.file = file
        self.usualMethod = usualMethod
        self.isStrict = isStrict
        self.batchSize = batchSize
    }
}

extension Ledger {
    /// Imports collections from CSV, in flat memory; every good line is kept.
    ///
    /// Columns: docket, amount, date; if given number, method, payer_reference, memo; or those
    /// that the mapping declares. `opening` opens the file from its beginning, once for each pass:
    /// the first one checks control totals (`LG340`, `LG341`, `LG342`) and, in a strict import,
    /// look-alikes (`LG344`) before anything is kept. `rejects` receives a CSV file of the lines
    /// that were not imported, with a column for the reason; `progress` is told after each batch.
    /// Imported again, whole, in part or after a kill, a file adds only what is not there yet; a
    /// receipt number that the file states twice is refused the second time (`LG343`). Throws
    /// ``ImportFault`` when the header cannot be used.
    public func importCollections(
        _ request: ImportCollections,
        opening: () throws -> ImportBytes,
        rejects: ([UInt8]) throws -> Void = { _ in },
        progress: (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportProgress {
        let books = try await self.books()
        let today = try date(.today, books)
        return try await attempt("import:\(request.file.source)") {
            var survey = try FileSurvey(.collection, request.file.mapping, try opening())
            try survey.check(request.file)
            if request.isStrict { try survey.refuseLookAlikes(request.file.mapping, try opening()) }
            let batch = try await open(request.file, .collection, survey)
            var done = ImportProgress()
            (done.fileLines, done.fileSum) = (survey.lines, survey.sum)
            let bytes = try opening()
            let result = try await withThrowingTaskGroup(of: CollectionImporter.Outcome.self) {
                group in
                var source = MappedFile(.collection, request.file.mapping)
                var reading: (file: CollectionFile, importer: CollectionImporter)?
                var count = 0
                while let item = try source.next(pulling: {
                    guard count < survey.bytes, let chunk = try bytes() else { return nil }
                    defer { count += chunk.count }
                    return Array(chunk.prefix(survey.bytes - count))
                }) {
                    guard let columns = source.columns else { continue }
                    var (file, importer) =
                        reading ?? (
                            CollectionFile(columns, request, today: today),
                            CollectionImporter(
                                ledger: self,
                                request: request,
                                books: books,
                                batch: batch,
                                report: RejectReport(columns, request.file.mapping),
                                progress: done
                            )
                        )
                    reading = nil
                    importer.progress.bytes = count
                    try await importer.take(item, &file, &survey, &group, rejects, progress)
                    reading = (file, importer)
                }
                try await reading?.importer.finish(&group, rejects, progress)
                return reading?.importer.progress ?? done
            }
            if !request.file.isDryRun { try await sealAll() }
            return result
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
    fileprivate init(_ columns: FileColumns, _ request: ImportCollections, today: LedgerDate) {
        self.init(
            columns,
            source: request.file.source,
            usualMethod: request.usualMethod,
            today: today
        )
    }
}
