public import LedgerModel
import LedgerStore
import PostgresClient

/// A file that was imported.
public struct ImportRecord: Hashable, Sendable {
    /// The number of the entry that says so; nil while it is not sealed.
    public let number: Int64?
    /// What its lines are.
    public let kind: String
    /// The name under which its receipt numbers are unique.
    public let source: String
    /// The name of the file.
    public let fileName: String
    /// SHA-256 of the file, in hexadecimal digits.
    public let digest: String
    /// How many lines it has.
    public let lines: Int64
    /// What its amounts add up to.
    public let sum: Money
    /// How many entries it brought.
    public let entries: Int64
    /// When it was imported, in UTC.
    public let imported: String
    /// Who imported it.
    public let login: String
    /// When it was undone, in UTC; nil for one that stands.
    public let undone: String?
    let entry: Int64
}

extension Ledger {
    /// The files that were imported, newest first.
    public func imports() async throws -> [ImportRecord] {
        try await attempt { try await store.imports() }.map { row in
            ImportRecord(
                number: row.number,
                kind: row.kind,
                source: row.source,
                fileName: row.fileName,
                digest: row.digest,
                lines: row.lines,
                sum: row.sum,
                entries: row.entries,
                imported: row.recordedAt.text,
                login: row.login,
                undone: row.undoneAt?.text,
                entry: row.entryID
            )
        }
    }
}
