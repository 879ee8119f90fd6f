import PostgresClient
import Testing

/// INV-1 to INV-4: history is append-only, and postings come with their header, in one fund and
/// set, in open periods.
@Suite struct HistoryTests {
    @Test func `no history can be changed, not even by the owner of the schema`() async throws {
        let court = try await Court.open()
        try await court.docket("R", debts: [])
        try await court.with("clerk") { clerk in
            try await clerk.run(
                """
                SELECT probe.collect('c', 'R', 5, '[]', 5);
                SELECT probe.reverse('r', probe.entry('c'));
                SELECT ledger_api.seal();
                """
            )
        }
        let owner = try await court.schemaOwner()
        let tables = try await owner.rows(
            """
            SELECT table_name FROM ledger.sealed_table
            UNION ALL VALUES ('block'), ('sealed_entry'), ('sealed_table'), ('principal'),
                ('docket_reference')
            """
        ).map { try $0.decode(String.self, at: 0) }
        #expect(tables.count == 99)
        for table in tables {
            let column = try await owner.value(
                """
                SELECT attname::text FROM pg_attribute
                WHERE attrelid = 'ledger.\(table)'::regclass AND attnum > 0 AND NOT attisdropped
                    AND attidentity = ''
                ORDER BY attnum LIMIT 1
                """,
                as: String.self
            )
            for statement in [
                "UPDATE ledger.\(table) SET \(column) = \(column)", "DELETE FROM ledger.\(table)",
                "UPDATE ledger.\(table) SET \(column) = \(column) WHERE false",
            ] {
                #expect(try await owner.outcome(ofScript: statement) == "LG101", "\(statement)")
            }
        }
        await owner.close()
        let founder = try await court.superuser()
        #expect(try await founder.outcome(ofScript: "DELETE FROM ledger.posting") == "LG101")
        await founder.close()
    }

    @Test(arguments: [
        ("LG102", "nothing", "probe.entry('header')"),
        ("LG102", "nothing", "-5"),
        ("accepted", "nothing", "probe.header()"),
        ("LG103", "debit_account_id = probe.account('clerk', 'bank')", "probe.header()"),
        ("LG103", "credit_account_id = probe.account('clerk', 'bank')", "probe.header()"),
        ("LG103", "purse_id = probe.purse('clerk')", "probe.header()"),
        ("LG103", "purse_id = -1", "probe.header()"),
        ("LG103", "credit_account_id = probe.account('harbor', 'available')", "probe.header()"),
        ("LG104", "posted_on = '2024-12-31'", "probe.header()"),
        ("accepted", "posted_on = '2025-01-01'", "probe.header()"),
        ("23514", "amount_cents = 0", "probe.header()"),
        ("23514", "amount_cents = -5", "probe.header()"),
        ("23514", "credit_account_id = debit_account_id", "probe.header()"),
    ])
    func `a posting is refused unless it is whole`(
        code: String,
        change: String,
        entry: String
    ) async throws {
        let court = try await Self.court
        let owner = try await court.schemaOwner()
        let (column, value) = Self.parts(change)
        #expect(
            try await owner.outcome(ofScript: Self.posting(entry, column, value)) == code,
            "\(change) \(entry)"
        )
        await owner.close()
    }

    @Test func `a header takes postings in its own transaction only`() async throws {
        let court = try await Court.open()
        let owner = try await court.schemaOwner()
        try await owner.run("BEGIN")
        let entry = try await owner.value("SELECT probe.header()", as: Int64.self)
        try await owner.run("COMMIT")
        #expect(try await owner.outcome(ofScript: Self.posting("\(entry)", "", "")) == "LG102")
        try await owner.run("BEGIN; SAVEPOINT a")
        let other = try await owner.value("SELECT probe.header()", as: Int64.self)
        try await owner.run("RELEASE a; SAVEPOINT b")
        try await owner.run(Self.posting("\(other)", "", ""))
        try await owner.run("COMMIT")
        await owner.close()
    }

    private static let opening = Task {
        let court = try await Court.open()
        try await court.with("approver") { approver in
            try await approver.run("SELECT probe.period('p', 'harbor', 'close', '2024-12-31')")
        }
        let owner = try await court.schemaOwner()
        try await owner.run(
            """
            SELECT ledger_api.write_entry('probe', '{"key":"header"}', now()::date, now()::date)
            """
        )
        await owner.close()
        return court
    }

    private static var court: Court {
        get async throws { try await opening.value }
    }

    private static func parts(_ change: String) -> (String, String) {
        let parts = change.split(separator: " = ", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : ("", "")
    }

    private static func posting(_ entry: String, _ column: String, _ value: String) -> String {
        var values = [
            ("jurisdiction_id", "ledger.bound_jurisdiction()"), ("entry_id", entry), ("line", "1"),
            ("purse_id", "probe.purse('harbor')"),
            ("debit_account_id", "probe.account('harbor', 'cash')"),
            ("credit_account_id", "probe.account('harbor', 'revenue')"), ("amount_cents", "5"),
            ("posted_on", "'2025-06-01'"),
        ]
        for index in values.indices where values[index].0 == column {
            values[index].1 =
                value == "debit_account_id" ? "probe.account('harbor', 'cash')" : value
        }
        return """
            INSERT INTO ledger.posting (\(values.map(\.0).joined(separator: ", ")))
            VALUES (\(values.map(\.1).joined(separator: ", ")))
            """
    }
}
