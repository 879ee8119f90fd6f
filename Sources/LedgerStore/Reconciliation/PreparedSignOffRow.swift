package import LedgerModel
import PostgresClient

/// What would be signed for an account through a day.
package struct PreparedSignOffRow: Sendable {
    package let counts: [Int64]
    package let bank: Money
    package let books: Money
    package let cases: Money
    package let digest: String
    /// Why it cannot be signed; nil where it can.
    package let code: String?

    init(_ row: PostgresRow) throws {
        counts = [try row.decode(at: 1), try row.decode(at: 2), try row.decode(at: 3)]
        bank = try row.money(at: 4)
        books = try row.money(at: 5)
        cases = try row.money(at: 6)
        digest = Hex.text(try row.decode([UInt8].self, at: 7))
        code = try row.decode(at: 8)
    }
}
