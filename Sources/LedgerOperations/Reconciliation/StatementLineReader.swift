import Crypto
import LedgerModel
import LedgerStatements
import LedgerStore
import PostgresClient

/// Brings the lines of a file that was judged into the database, in flat memory.
struct StatementLineReader: Sendable {
    private static let batchSize = 5_000

    let digest: [UInt8]
    let format: StatementFormat
    let options: StatementOptions
    /// The statements of the file, in its order.
    let ids: [Int64]

    init(survey: StatementSurvey, options: StatementOptions, ids: [Int64]) {
        digest = survey.digest
        format = survey.format
        self.options = options
        self.ids = ids
    }

    /// Reads the file again; throws when it is no longer the same.
    func run(
        _ file: StatementInput,
        _ connection: isolated PostgresConnection,
        _ progress: @Sendable (Int, Int) -> Void
    ) async throws {
        var reader = try StatementSurvey.reader(format, options)
        var hash = SHA256()
        var batch = StatementLineBatch()
        var (bytes, lines, statement) = (0, 0, -1)
        var isAtEnd = false
        while !isAtEnd {
            let chunk = try file.bytes(bytes)
            hash.update(data: chunk)
            bytes += chunk.count
            isAtEnd = chunk.isEmpty
            for event in isAtEnd ? reader.finish() : reader.read(chunk[...]) {
                if case .opened = event { statement += 1 }
                guard case .line(let line) = event else { continue }
                guard ids.indices.contains(statement) else { throw Self.changed }
                batch.add(kept(line, of: ids[statement]))
                lines += 1
                guard batch.count == Self.batchSize else { continue }
                try await connection.record(batch)
                batch = StatementLineBatch()
                progress(bytes, lines)
            }
        }
        try await connection.record(batch)
        progress(bytes, lines)
        guard Array(hash.finalize()) == digest else { throw Self.changed }
    }

    private static let changed = ImportFault(findings: ["the file changed while it was read"])

    private func kept(_ line: StatementLine, of statement: Int64) -> StatementLineBatch.Line {
        var kept = StatementLineBatch.Line(
            statement: statement,
            ordinal: Int32(clamping: line.ordinal),
            bookedOn: line.bookedOn,
            valueOn: line.valueOn,
            amountMinor: line.amountMinor,
            currency: BankText.kept(line.currency, upTo: 3),
            status: line.status.rawValue,
            typeCode: BankText.kept(line.typeCode, upTo: 40),
            text: BankText.kept(line.text, upTo: BankText.lineLimit),
            bytes: line.byteRange
        )
        kept.references = BankText.references(of: line, .current)
        kept.returns = line.notices.map { notice in
            StatementLineBatch.Return(
                kind: notice.kind.rawValue,
                reason: BankText.trace(notice.reasonCode).map { String($0.prefix(20)) } ?? "",
                original: BankText.trace(notice.originalTrace),
                trace: BankText.trace(notice.returnTrace)
            )
        }
        return kept
    }
}
