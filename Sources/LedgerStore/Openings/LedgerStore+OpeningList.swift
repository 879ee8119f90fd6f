package import LedgerModel
package import PostgresClient

/// An opening with who signed it.
package struct OpeningRow: Sendable {
    package let id: Int64
    package let number: Int64?
    package let fundID: Int32
    package let cutOver: LedgerDate
    package let proposedBy: String
    package let approvedBy: String

    init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        number = try row.decode(at: 1)
        fundID = try row.decode(at: 2)
        cutOver = try LedgerDate(row.decode(PostgresDate.self, at: 3))
        proposedBy = try row.decode(at: 4)
        approvedBy = try row.decode(at: 5)
    }
}

/// A file of an opening, with the total of one of its columns if it has any.
package struct OpeningFileRow: Sendable {
    package let opening: Int64
    package let name: String
    package let digest: String
    package let measure: String?
    package let lines: Int64?
    package let amount: Money?

    init(_ row: PostgresRow) throws {
        opening = try row.decode(at: 0)
        name = try row.decode(at: 1)
        digest = try row.decode(at: 2)
        measure = try row.decode(at: 3)
        lines = try row.decode(at: 4)
        amount = try row.decode(Int64?.self, at: 5).map(Money.init(cents:))
    }
}

/// An account of a fund as both trial balances had it.
package struct OpeningTieRow: Sendable {
    package let opening: Int64
    package let number: String
    package let name: String
    package let balance: Money

    init(_ row: PostgresRow) throws {
        opening = try row.decode(at: 0)
        number = try row.decode(at: 1)
        name = try row.decode(at: 2)
        balance = Money(cents: try row.decode(at: 3))
    }
}

extension PostgresConnection {
    package func openings() async throws -> [OpeningRow] {
        let query: Query =
            """
            SELECT o.entry_id, n.number, o.fund_id, o.cut_over, coalesce(p.login, ''),
                coalesce(q.login, '')
            FROM ledger.opening AS o
            JOIN ledger.approval AS a
                ON a.jurisdiction_id = o.jurisdiction_id AND a.entry_id = o.entry_id
            LEFT JOIN ledger.principal AS p ON p.id = a.proposed_by
            LEFT JOIN ledger.principal AS q ON q.id = a.approved_by
            LEFT JOIN ledger.sealed_entry AS n
                ON n.jurisdiction_id = o.jurisdiction_id AND n.entry_id = o.entry_id
            WHERE o.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            ORDER BY o.entry_id
            """
        return try await execute(query.named("openings")).map(OpeningRow.init)
    }

    package func openingFiles() async throws -> [OpeningFileRow] {
        let query: Query =
            """
            SELECT f.entry_id, f.name, encode(f.digest, 'hex'), c.measure, c.line_count,
                c.amount_cents
            FROM ledger.opening_file AS f
            LEFT JOIN ledger.opening_control AS c
                ON c.jurisdiction_id = f.jurisdiction_id AND c.entry_id = f.entry_id
                AND c.file || '.csv' = f.name
            WHERE f.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            ORDER BY f.entry_id, f.name COLLATE "C", c.measure COLLATE "C"
            """
        return try await execute(query.named("opening_files")).map(OpeningFileRow.init)
    }

    package func openingTies() async throws -> [OpeningTieRow] {
        let query: Query =
            """
            SELECT t.entry_id, a.number, a.name, t.balance_cents
            FROM ledger.opening_tie AS t
            JOIN ledger.account AS a
                ON a.jurisdiction_id = t.jurisdiction_id AND a.id = t.account_id
            WHERE t.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            ORDER BY t.entry_id, a.number COLLATE "C"
            """
        return try await execute(query.named("opening_ties")).map(OpeningTieRow.init)
    }
}
