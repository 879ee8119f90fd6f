package import LedgerModel
import PostgresClient

/// What waits of one part of a fund's books, by its age.
package struct AgeingRow: Sendable {
    package let fund: String
    package let fundName: String
    /// `receivable`, `suspense`, `held` or `check`.
    package let part: String
    package let citation: String
    package let debtKind: String
    /// Current; to 30, 60, 90 and 365 days; older.
    package let buckets: [Money]
    package let late: Money

    init(_ row: PostgresRow) throws {
        fund = try row.decode(at: 0)
        fundName = try row.decode(at: 1)
        part = try row.decode(at: 2)
        citation = try row.decode(at: 3)
        debtKind = try row.decode(at: 4)
        buckets = try (5..<11).map { try row.money(at: $0) }
        late = try row.money(at: 11)
    }
}
