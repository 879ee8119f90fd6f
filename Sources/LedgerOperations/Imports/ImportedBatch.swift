import LedgerModel
import LedgerStore
import PostgresClient

/// The import that lines are tied to.
struct ImportedBatch: Sendable {
    /// Its entry; nil in a dry run.
    let entry: Int64?
    /// Whether an import was ever undone here, so that lines may come again under other keys.
    let followsUndone: Bool
}

extension Ledger {
    /// Says that a file is about to be imported; one that was imported before keeps its entry.
    func open(
        _ file: ImportFile,
        _ kind: ImportKind,
        _ survey: FileSurvey
    ) async throws -> ImportedBatch {
        let digest = survey.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let command = DoorCommand(
            key: "import-file:\(digest)",
            memo: nil,
            statement: [
                "kind": .text(kind.rawValue), "source": .text(file.source),
                "file_name": .text(file.name), "file_digest": .text(digest),
                "line_count": .number(Int64(survey.lines)), "sum_cents": .number(survey.sum.cents),
            ]
        )
        try SensitiveText.check(file.source, in: "source")
        try SensitiveText.check(file.name, in: "file_name", .reference)
        let (reply, followsUndone) = try await store.withTransaction(
            keeping: !file.isDryRun
        ) { connection in
            let reply = try await connection.ask(.openImports, [command])[0]
            return (reply, try await connection.hasUndoneImports())
        }
        if let refusal = reply.refusal { throw refusal }
        return ImportedBatch(
            entry: file.isDryRun ? nil : reply.entryID,
            followsUndone: followsUndone
        )
    }
}
