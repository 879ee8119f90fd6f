import Crypto
import LedgerStatements

/// Reads the lines of one file as a stream, and knows its SHA-256 at the end.
struct OpeningTable {
    let file: OpeningFile
    private var reader = CSVReader()
    private var header: CSVHeader?
    private var isBroken = false
    private var hash = SHA256()
    private let pull: () throws -> [UInt8]?

    init(_ file: OpeningFile, pull: @escaping () throws -> [UInt8]?) {
        self.file = file
        self.pull = pull
    }

    /// The SHA-256 of what was read so far, in hexadecimal.
    var digest: String {
        hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The next line or what is wrong with it; nil at the end.
    mutating func next() throws -> Result<OpeningRecord, OpeningFault>? {
        while let item = try nextItem() {
            guard !isBroken else { continue }
            switch item {
            case .record(let record):
                if let header {
                    return .success(OpeningRecord(file: file, header: header, record: record))
                }
                if let fault = begin(record) { return .failure(fault) }
            case .rejected(let finding, _):
                isBroken = header == nil
                return .failure(fault(finding))
            case .rejectedRest:
                continue
            }
        }
        guard header == nil, !isBroken else { return nil }
        isBroken = true
        return .failure(OpeningFault(file, reason: "The file has no header."))
    }

    private mutating func nextItem() throws -> CSVItem? {
        let pull = pull
        var hash = hash
        defer { self.hash = hash }
        return try reader.next(pulling: {
            let chunk = try pull()
            if let chunk { hash.update(data: chunk) }
            return chunk
        })
    }

    private mutating func begin(_ record: CSVRecord) -> OpeningFault? {
        do {
            let header = try CSVHeader(
                record,
                required: file.requiredColumns,
                optional: file.optionalColumns
            )
            reader.expectedFieldCount = header.count
            self.header = header
            return nil
        } catch {
            isBroken = true
            return error.findings.first.map(fault)
                ?? OpeningFault(file, reason: "The file has no header.")
        }
    }

    private func fault(_ finding: CSVFinding) -> OpeningFault {
        OpeningFault(
            file,
            line: finding.line,
            column: finding.column,
            reason: finding.kind.explanation
        )
    }
}
