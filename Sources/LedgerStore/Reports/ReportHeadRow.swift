package import LedgerModel
package import PostgresClient

/// What every report begins with.
package struct ReportHeadRow: Sendable {
    package let jurisdiction: String
    package let name: String
    package let today: LedgerDate
    /// Nil when nothing but the present was asked for.
    package let knownAt: PostgresTimestamp?
    package let blockNumber: Int64?
    package let chainHead: [UInt8]?
    package let unsealed: Int64

    init(_ row: PostgresRow) throws {
        jurisdiction = try row.decode(at: 0)
        name = try row.decode(at: 1)
        today = try LedgerDate(row.decode(PostgresDate.self, at: 2))
        knownAt = try row.decode(at: 3)
        blockNumber = try row.decode(at: 4)
        chainHead = try row.decode(at: 5)
        unsealed = try row.decode(at: 6)
    }
}
