package import PostgresClient

/// A role that a principal held or holds.
package struct AccessRow: Sendable {
    package let login: String
    package let role: String
    package let grantedBy: String
    package let grantedAt: PostgresTimestamp
    package let revokedAt: PostgresTimestamp?
    package let lastActedAt: PostgresTimestamp?

    init(_ row: PostgresRow) throws {
        login = try row.decode(at: 0)
        role = try row.decode(at: 1)
        grantedBy = try row.decode(at: 2)
        grantedAt = try row.decode(at: 3)
        revokedAt = try row.decode(at: 4)
        lastActedAt = try row.decode(at: 5)
    }
}
