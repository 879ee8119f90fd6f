package import PostgresClient

/// One line of `ledger.sealed_table`: which rows and columns of a table a leaf is made of.
package struct SealedTable: Sendable {
    package struct Column: Sendable {
        package let name: String
        package let type: UInt32
    }

    package let tag: Int16
    package let name: String
    package let columns: [Column]
    package let entryColumn: String
    package let jurisdictionColumn: String
    let rowOrder: String

    /// Where the entry of a row stands among the columns.
    var entryPosition: Int { columns.firstIndex { $0.name == entryColumn } ?? 0 }

    func position(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

    package static func all(_ connection: isolated PostgresConnection) async throws -> [SealedTable]
    {
        let rows = try await connection.execute(
            """
            SELECT t.tag, t.table_name, t.columns, t.row_order, t.entry_column,
                t.jurisdiction_column, array_agg(a.atttypid::bigint ORDER BY c.n)
            FROM ledger.sealed_table AS t
            CROSS JOIN unnest(t.columns) WITH ORDINALITY AS c (name, n)
            JOIN pg_catalog.pg_attribute AS a
                ON a.attrelid = ('ledger.' || quote_ident(t.table_name))::regclass
                AND a.attname = c.name
            GROUP BY t.tag
            ORDER BY t.tag
            """
        )
        return try rows.map { try SealedTable($0) }
    }

    private init(_ row: PostgresRow) throws {
        tag = try row.decode(at: 0)
        name = try row.decode(at: 1)
        let names = try row.decode([String].self, at: 2)
        rowOrder = try row.decode(at: 3)
        entryColumn = try row.decode(at: 4)
        jurisdictionColumn = try row.decode(at: 5)
        let types = try row.decode([Int64].self, at: 6)
        guard types.count == names.count, names.contains(entryColumn) else {
            throw VerifierError.listOfSealedTables(name)
        }
        columns = zip(names, types).map { Column(name: $0, type: UInt32(truncatingIfNeeded: $1)) }
        // These become text of statements that a superuser may run.
        let words = names + [name, entryColumn, jurisdictionColumn]
        let order = rowOrder.replacing(" COLLATE \"C\"", with: "").split(separator: ", ")
        guard words.allSatisfy(Self.isPlain), order.allSatisfy({ Self.isPlain($0.dropFirst(2)) })
        else { throw VerifierError.listOfSealedTables(name) }
    }

    private static func isPlain(_ name: some StringProtocol) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) }
    }

    /// The rows of the entries numbered from one number to another, in order.
    ///
    /// Where these entries are most of those between their ids, rows of the others come along.
    func copy(jurisdiction: Int32, numbers: ClosedRange<Int64>, ids: ClosedRange<Int64>) -> String {
        let isDense = ids.span / 4 <= numbers.span
        let seals = """
            AND r.\(entryColumn) IN (
                SELECT s.entry_id FROM ledger.sealed_entry AS s
                WHERE s.jurisdiction_id = \(jurisdiction)
                    AND s.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
            )
            """
        return """
            COPY (
                SELECT \(columns.map { "r.\($0.name)" }.joined(separator: ", "))
                FROM ledger.\(name) AS r
                WHERE r.\(jurisdictionColumn) = \(jurisdiction)
                    AND r.\(entryColumn) BETWEEN \(ids.lowerBound) AND \(ids.upperBound)
                    \(isDense ? "" : seals)
                ORDER BY r.\(entryColumn), \(rowOrder)
            ) TO STDOUT (FORMAT binary)
            """
    }
}
