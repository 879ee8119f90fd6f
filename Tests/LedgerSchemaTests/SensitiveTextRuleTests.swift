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
            SELECT ledger.sensitive_text(u.t), ledger.sensitive_text(u.t, true),
                ledger.sensitive_slip(u.t), ledger.sensitive_key(u.t)
            FROM unnest(\(texts)) WITH ORDINALITY AS u (t, i) ORDER BY u.i
            """
        )
        var found: [SensitiveText: Int] = [:]
        for (text, row) in zip(texts, rows) {
            let words = SensitiveText.found(in: text)
            let reference = SensitiveText.found(in: text, .reference)
            #expect(try row.decode(String?.self, at: 0) == words?.rawValue, "\(text)")
            #expect(try row.decode(String?.self, at: 1) == reference?.rawValue, "\(text)")
            for (column, field) in [(2, SensitiveText.Field.slip), (3, .key)] {
                let seen = SensitiveText.found(in: text, field)?.rawValue
                #expect(try row.decode(String?.self, at: column) == seen, "\(text)")
            }
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

    /// Texts that no guard holds, and why none is needed.
    ///
    /// Columns that a constraint holds to listed words, or to letters, need no reason.
    static let explained = """
        account.number the chart of accounts
        authority.citation law
        authority.debt_kind law
        authority.rule law
        authority.share_roles law
        authority.source law
        authority.version law
        authority_term.name law
        authority_term.value law
        award.purpose a purpose
        bank_account_number.last_four four characters
        block.column_digests digests
        change_citation.citation law
        debt.kind a kind of its authority
        docket.payment_order a payment order
        journal_entry.kind named by the door
        jurisdiction.payment_order a payment order
        jurisdiction.time_zone a time zone of the server
        match_rule.kinds named by the rules of matching
        payment_rank.citation law
        payment_rank.payment_order law
        policy.name a setting that the door knows
        principal_role.role a role
        purse.allowed_purposes purposes
        purse.purpose a purpose
        receipt_book.source the source of guarded receipts
        recipient.roles roles of the law
        refusal.code a code of the list
        refusal.hint the list's words
        refusal.message the list's words
        statement_file.controls numbers by their names, counted by a program
        statement_file.format a format that the door knows
        statement_finding.code named by a program
        statement_line.currency three letters
        statement_source.format a format that the door knows
        token.role a role
        token_change.role a role
        """

    @Test func `every text of the ledger is held to the rule, or has a reason not to be`()
        async throws
    {
        let session = try await Session.open()
        let columns = try await session.rows(
            #"""
            SELECT c.relname || '.' || a.attname
            FROM pg_class AS c
            JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type AS y ON y.oid = a.atttypid
            WHERE c.relnamespace = 'ledger'::regnamespace AND c.relkind IN ('r', 'p')
                AND c.relname NOT IN ('migration', 'pour', 'refusal_text', 'sealed_table')
                AND (y.typcategory = 'S' OR y.typname IN ('json', 'jsonb', '_text', '_varchar'))
                AND NOT EXISTS (
                    SELECT FROM pg_trigger AS t
                    CROSS JOIN LATERAL regexp_split_to_table(
                        encode(t.tgargs, 'escape'), '\\000'
                    ) WITH ORDINALITY AS g (argument, n)
                    WHERE t.tgrelid = c.oid AND t.tgenabled = 'O' AND g.n % 2 = 1
                        AND t.tgfoid = 'ledger.refuse_sensitive_text'::regproc
                        AND g.argument = a.attname
                )
                AND NOT EXISTS (
                    SELECT FROM pg_constraint AS k
                    CROSS JOIN LATERAL pg_get_constraintdef(k.oid) AS d (words)
                    WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
                        AND (d.words LIKE '%= ANY (ARRAY[%'
                            OR d.words ~ '~ ''\^\[[A-Za-z_-]+\]\{[0-9,]+\}\$''')
                )
            ORDER BY 1
            """#
        ).map { try $0.decode(String.self, at: 0) }
        let explained = Self.explained.split(separator: "\n").map { line in
            String(line.prefix { $0 != " " })
        }
        let unguarded = Set(columns).subtracting(explained)
        let needless = Set(explained).subtracting(columns)
        #expect(unguarded == [], "guard these texts, or say here why they need no guard")
        #expect(needless == [], "these are guarded, or are no more")
        await session.close()
    }

    @Test(arguments: [
        ("till_session", "till", "clerk 123-45-6789", "till: social_security_number"),
        ("receipt", "number", "4111111111111111", "number: card_number"),
        ("deposit", "ticket", "T-4111111111111111", "ticket: card_number"),
        ("check_issued", "number", "4111111111111111", "number: card_number"),
        ("journal_entry", "request_key", "4111 1111 1111 1111", "request_key: card_number"),
        ("principal", "login", "pat123456789", "login: social_security_number"),
        ("bank_account", "code", "001234567890", "code: account_number"),
        ("fund", "code", "123-45-6789", "code: social_security_number"),
        ("vacatur", "order_reference", "123-45-6789", "order_reference: social_security_number"),
        ("interest_term", "order_reference", "4111.1111.1111.1111", "order_reference: card_number"),
        ("refusal", "detail", "4111-1111-1111-1111", "detail: card_number"),
    ])
    func `no client writes such a text, whatever it is called`(
        table: String,
        column: String,
        text: String,
        detail: String
    ) async throws {
        let session = try await Session.open()
        try await session.run(
            """
            BEGIN;
            CREATE TEMP TABLE probe (LIKE ledger.\(table)) ON COMMIT DROP;
            DO $$
            DECLARE
                v_text text;
            BEGIN
                FOR v_text IN
                    SELECT format('ALTER TABLE probe ALTER %I DROP NOT NULL', attname)
                    FROM pg_attribute
                    WHERE attrelid = 'probe'::regclass AND attnum > 0 AND attnotnull
                    UNION ALL
                    SELECT replace(pg_get_triggerdef(oid), ' ledger.\(table) ', ' probe ')
                    FROM pg_trigger WHERE tgrelid = 'ledger.\(table)'::regclass
                        AND tgfoid = 'ledger.refuse_sensitive_text'::regproc
                LOOP
                    EXECUTE v_text;
                END LOOP;
            END $$
            """
        )
        let refused = await #expect(throws: PostgresError.self) {
            try await session.run("INSERT INTO probe (\(column)) VALUES ('\(text)')")
        }
        #expect(refused?.sqlstate == "LG113")
        #expect(refused?.detail == detail)
        await session.close()
    }
}
