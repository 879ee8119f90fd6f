import PostgresClient
import Testing

/// A column that the seal forgets is a column that could be altered unseen.
@Suite struct SealedTableTests {
    /// Tables of a jurisdiction outside the seal: derived from sealed rows, or part of the seal,
    /// or meant to be forgotten by order of a court.
    static let unsealed = """
        balance_day block book_claim debt_total docket_reference fund_period joint_total
        journal_tail principal_role receipt_book sealed_entry statement_claim token
        """

    @Test func `the seal covers every column of every table it names`() async throws {
        let session = try await Session.open()
        let difference = try await session.rows(
            """
            SELECT s.table_name || '.' || s.name FROM (
                SELECT t.table_name, unnest(t.columns) AS name FROM ledger.sealed_table AS t
            ) AS s
            FULL JOIN information_schema.columns AS c
                ON c.table_schema = 'ledger' AND c.table_name = s.table_name
                AND c.column_name = s.name
            WHERE s.name IS NULL AND c.table_schema = 'ledger' AND c.table_name IN (
                    SELECT table_name FROM ledger.sealed_table
                )
                OR c.column_name IS NULL
            UNION ALL
            SELECT t.table_name || ' twice' FROM ledger.sealed_table AS t
            WHERE cardinality(t.columns) <> (SELECT count(DISTINCT n) FROM unnest(t.columns) AS n)
            """
        ).map { try $0.decode(String?.self, at: 0) }
        #expect(difference == [])
        await session.close()
    }

    @Test func `every table of a jurisdiction is sealed, or known to be derived`() async throws {
        let session = try await Session.open()
        let tables = try await session.value(
            """
            SELECT string_agg(c.table_name, ' ' ORDER BY c.table_name COLLATE "C")
            FROM information_schema.columns AS c
            JOIN information_schema.tables AS t USING (table_schema, table_name)
            WHERE c.table_schema = 'ledger' AND c.column_name = 'jurisdiction_id'
                AND t.table_type = 'BASE TABLE'
                AND c.table_name NOT IN (SELECT table_name FROM ledger.sealed_table)
            """,
            as: String.self
        )
        #expect(tables == Self.unsealed.replacing("\n", with: " "))
        await session.close()
    }

    @Test func `sealing leaves no entry outside`() async throws {
        let court = try await Court.open()
        try await court.docket("R")
        try await court.with("clerk") { try await $0.run("SELECT ledger_api.seal()") }
        let founder = try await court.superuser()
        let unsealed = try await founder.value(
            """
            SELECT count(*) FROM ledger.journal_entry AS e
            LEFT JOIN ledger.sealed_entry AS s
                ON s.jurisdiction_id = e.jurisdiction_id AND s.entry_id = e.id
            WHERE e.jurisdiction_id = ledger.bound_jurisdiction() AND s.number IS NULL
            """,
            as: Int64.self
        )
        #expect(unsealed == 0)
        await founder.close()
    }
}
