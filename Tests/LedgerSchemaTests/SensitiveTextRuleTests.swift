import LedgerModel
import PostgresClient
import Testing

/// The rule stands in Swift and in SQL; both must say the same of every text.
@Suite struct SensitiveTextRuleTests {
    @Test func `Swift and SQL agree on thousands of made-up texts`() async throws {
        let texts = TextMaker(seed: 20_240_630).texts(6_000)
        let session = try await Session.open()
        let rows = try await session.connection.execute(
            """
            SELECT ledger.sensitive_text(u.t), ledger.sensitive_text(u.t, true)
            FROM unnest(\(texts)) WITH ORDINALITY AS u (t, i) ORDER BY u.i
            """
        )
        var found: [SensitiveText: Int] = [:]
        for (text, row) in zip(texts, rows) {
            let words = SensitiveText.found(in: text)
            let reference = SensitiveText.found(in: text, .reference)
            #expect(try row.decode(String?.self, at: 0) == words?.rawValue, "\(text)")
            #expect(try row.decode(String?.self, at: 1) == reference?.rawValue, "\(text)")
            if let words { found[words, default: 0] += 1 }
        }
        for kind in SensitiveText.allCases {
            #expect(found[kind, default: 0] > 50, "\(kind): \(found)")
        }
        #expect(found.values.reduce(0, +) < texts.count * 3 / 4)
        await session.close()
    }

    @Test(arguments: [
        ("docket_reference (docket_id, salt, jurisdiction_id, reference)", true),
        ("fund_receipt (entry_id, purse_id, jurisdiction_id, amount_cents, received_from)", false),
    ])
    func `a table takes what the rule lets through, and no more`(
        table: String,
        isReference: Bool
    ) async throws {
        let session = try await Session.open()
        let texts = Array(Set(TextMaker(seed: 7).texts(2_000).filter { !$0.isEmpty }))
        let values = isReference ? "n, '0123456789abcdef'::bytea, -1, p" : "n, 1, -1, 1, p"
        try await session.run(
            """
            BEGIN;
            CREATE FUNCTION pg_temp.is_refused(n bigint, p text) RETURNS boolean
            LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO ledger.\(table) VALUES (\(values));
                RETURN false;
            EXCEPTION WHEN SQLSTATE 'LG113' THEN
                RETURN true;
            END $$
            """
        )
        let rows = try await session.connection.execute(
            """
            SELECT pg_temp.is_refused(u.i, u.t) 
            FROM unnest(\(texts)) WITH ORDINALITY AS u (t, i)
            """
        )
        for (text, row) in zip(texts, rows) {
            let found = SensitiveText.found(in: text, isReference ? .reference : .words)
            #expect(try row.decode(Bool.self, at: 0) == (found != nil), "\(text)")
        }
        try await session.run("ROLLBACK")
        await session.close()
    }
}
