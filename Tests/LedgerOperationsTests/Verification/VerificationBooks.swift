/// Small books with at least one row in every sealed table, several blocks, and an unsealed entry.
enum VerificationBooks {
    /// Writes headers straight into the tables, beside the doors, so that every table has rows.
    static let make = """
        SELECT set_config('redress.jurisdiction', 'us-aa', false);
        SELECT ledger_api.open_jurisdiction(jsonb_build_object('key', 'open', 'statement',
            jsonb_build_object('code', 'us-aa', 'name', 'Aa', 'time_zone', 'America/Chicago',
                'fiscal_year_start_month', 7, 'count_basis', 'per_count',
                'payment_order', 'plain')));
        SELECT ledger_api.define_books('{
            "purposes": [{"code": "relief"}, {"code": "general"}],
            "payment_ranks": [{"payment_order": "plain", "debt_kind": "fine", "rank": 1,
                "is_gated": false, "is_gating": true, "citation": "Rule 1"}],
            "authorities": [{"rule": "fine", "version": "1", "citation": "Rule 1",
                "source": "none", "debt_kind": "fine", "effective_from": "2000-01-01",
                "share_roles": ["state"], "minimum_cents": 1, "maximum_cents": 100000,
                "rule_digest": "\(String(repeating: "ab", count: 32))"}],
            "funds": [{"code": "court", "name": "Court", "kind": "custodial",
                "fiscal_year_start_month": 7}],
            "purses": [{"fund": "court", "purpose": "general", "year": 0,
                "allowed": ["general"]}],
            "recipients": [{"code": "state", "name": "State", "roles": ["state"]}],
            "accounts": [
                {"fund": "court", "account_set": "proprietary", "number": "1", "name": "Bank",
                    "class": "asset", "normal_side": "debit", "role": "bank"},
                {"fund": "court", "account_set": "proprietary", "number": "2", "name": "Due",
                    "class": "liability", "normal_side": "credit", "role": "due_to",
                    "recipient": "state"}]
        }');
        SELECT ledger_api.seal();
        SELECT ledger_api.change_tokens(jsonb_build_array(jsonb_build_object('key', 't1',
            'statement', jsonb_build_object('label', 'web', 'role', 'clerk', 'action', 'issue',
                'hash', repeat('cd', 32), 'expires_at', '2099-01-01T00:00:00Z'))));
        SELECT ledger_api.change_roles('[{"key": "r4", "statement":
            {"login": "nobody at all", "role": "auditor", "action": "grant"}}]');
        SELECT ledger_api.change_periods(jsonb_build_array(jsonb_build_object('key', 'p1',
            'statement', jsonb_build_object('fund', 'court', 'action', 'close',
                'closed_through', '2001-01-31'))));
        \(entry)
        \(cases)
        \(rest)
        \(money)
        """

    /// A second jurisdiction, to which rows can be moved.
    static let neighbour = """
        SELECT set_config('redress.jurisdiction', 'us-bb', false);
        SELECT ledger_api.open_jurisdiction(jsonb_build_object('key', 'open', 'statement',
            jsonb_build_object('code', 'us-bb', 'name', 'Bb', 'time_zone', 'America/Chicago',
                'fiscal_year_start_month', 7, 'count_basis', 'per_count',
                'payment_order', 'plain')));
        SELECT ledger_api.seal();
        """

    private static let entry = """
        CREATE FUNCTION pg_temp.entry(
            p_kind text, p_docket bigint DEFAULT NULL, p_reverses bigint DEFAULT NULL
        ) RETURNS bigint LANGUAGE sql AS $$
            SELECT ledger_api.write_entry(p_kind, jsonb_build_object(
                'key', p_kind || clock_timestamp(), 'memo', p_kind, 'statement',
                jsonb_build_object('kind', p_kind)
            ), '2020-02-03', '2020-02-04', 'accepted', p_docket, NULL, p_reverses)
        $$;
        CREATE FUNCTION pg_temp.post(
            p_entry bigint, p_debit integer, p_credit integer, p_cents bigint,
            p_debt smallint DEFAULT NULL, p_share smallint DEFAULT NULL
        ) RETURNS void LANGUAGE sql AS $$
            INSERT INTO ledger.posting (
                jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
                amount_cents, posted_on, debt_no, share_no
            ) SELECT 1, p_entry, 1 + (
                SELECT count(*) FROM ledger.posting WHERE entry_id = p_entry
            ), 1, p_debit, p_credit, p_cents, '2020-02-04', p_debt, p_share
        $$;
        """

    private static let cases = """
        DO $$
        DECLARE
            v_docket bigint; v_debt bigint; v_entry bigint; v_plan bigint;
        BEGIN
            FOR i IN 1..8 LOOP
                v_docket := pg_temp.entry('docket');
                INSERT INTO ledger.docket_reference VALUES
                    (1, v_docket, 'CR-' || i, uuid_send(gen_random_uuid()));
                INSERT INTO ledger.docket
                SELECT 1, v_docket, 1, sha256(salt || convert_to(reference, 'UTF8')),
                    '2020-02-03', false, 'plain'
                FROM ledger.docket_reference WHERE docket_id = v_docket;
                v_debt := pg_temp.entry('assessment', v_docket);
                IF i IN (1, 5) THEN
                    v_plan := nextval('ledger.entry_id');
                    INSERT INTO ledger.share_plan VALUES
                        (1, v_plan, v_debt, '{0}', ARRAY[i], ARRAY[NULL::bigint], '{2}', '{NULL}');
                END IF;
                INSERT INTO ledger.debt VALUES (1, v_docket, 1, v_debt, 1, v_plan, 'fine', 1,
                    false, true, 'felony', 1, 5000);
                PERFORM pg_temp.post(v_debt, 1, 2, 5000, 1::smallint);
                FOR k IN 1..2 LOOP
                    v_entry := pg_temp.entry('collection', v_docket);
                    INSERT INTO ledger.receipt VALUES
                        (v_entry, 300, 1, 'till', i || '-' || k, 'cash', 'P');
                    PERFORM pg_temp.post(v_entry, 1, 2, 100 + k, 1::smallint, 0::smallint);
                    PERFORM pg_temp.post(v_entry, 2, 1, 20 + i);
                END LOOP;
                INSERT INTO ledger.debt_total VALUES (1, v_docket, 1, 203, '{203}', 5000);
                IF i % 3 = 0 THEN
                    INSERT INTO ledger.reversal VALUES (
                        1, pg_temp.entry('reversal', v_docket, v_entry), v_entry, 'void');
                    PERFORM pg_temp.post(v_entry + 1, 2, 1, 102, 1::smallint, 0::smallint);
                    UPDATE ledger.debt_total SET applied_cents = 101, held_cents = '{101}'
                    WHERE docket_id = v_docket;
                END IF;
                IF i % 2 = 0 THEN PERFORM ledger_api.seal(); END IF;
            END LOOP;
        END $$;
        """

    private static let money = """
        DO $$
        DECLARE
            v_entry bigint; v_award bigint;
        BEGIN
            FOR i IN 1..2 LOOP
                INSERT INTO ledger.deposit VALUES (1, pg_temp.entry('deposit'), 1, 'D1', 10);
                INSERT INTO ledger.remittance VALUES (1, pg_temp.entry('remittance'), 1, 20);
                INSERT INTO ledger.fund_receipt VALUES
                    (1, pg_temp.entry('fund_receipt'), 1, 'A state', 30);
                INSERT INTO ledger.allotment VALUES (1, pg_temp.entry('allotment'), 1, 40);
                v_award := pg_temp.entry('award');
                INSERT INTO ledger.award VALUES
                    (1, v_award, 1, 1, 'general', 'A grantee', 'G-' || i, 50);
                INSERT INTO ledger.disbursement VALUES
                    (1, pg_temp.entry('disbursement'), v_award, 5);
                INSERT INTO ledger.deobligation VALUES
                    (1, pg_temp.entry('deobligation'), v_award, 6);
                PERFORM ledger_api.seal();
            END LOOP;
            v_entry := pg_temp.entry('deposit');
            INSERT INTO ledger.deposit VALUES (1, v_entry, 1, 'D2', 10);
            PERFORM pg_temp.post(v_entry, 1, 2, 77);
        END $$;
        """

    /// Two rows of plain values in every sealed table that has none yet, so that a table cannot
    /// be added without being altered by the tests; what the values mean does not matter here.
    private static let rest = """
        DO $$
        DECLARE
            v_table record; v_name text; v_entry bigint;
        BEGIN
            FOR v_table IN SELECT * FROM ledger.sealed_table ORDER BY tag LOOP
                EXECUTE format(
                    'SELECT min(%I) FROM ledger.%I', v_table.entry_column, v_table.table_name
                ) INTO v_entry;
                CONTINUE WHEN v_entry IS NOT NULL;
                FOR v_name IN
                    SELECT conname FROM pg_constraint
                    WHERE conrelid = format('ledger.%I', v_table.table_name)::regclass
                        AND contype IN ('c', 'f')
                LOOP
                    EXECUTE format('ALTER TABLE ledger.%I DROP CONSTRAINT %I',
                        v_table.table_name, v_name);
                END LOOP;
                FOR v_name IN
                    SELECT tgname FROM pg_trigger
                    WHERE tgrelid = format('ledger.%I', v_table.table_name)::regclass
                        AND (tgdeferrable OR tgnewtable IS NOT NULL) AND NOT tgisinternal
                LOOP
                    EXECUTE format('DROP TRIGGER %I ON ledger.%I', v_name, v_table.table_name);
                END LOOP;
                FOR i IN 1..2 LOOP
                    v_entry := pg_temp.entry(v_table.table_name);
                    EXECUTE (
                        SELECT format('INSERT INTO ledger.%I OVERRIDING SYSTEM VALUE VALUES (%s)',
                            v_table.table_name, string_agg(CASE
                                WHEN a.attname = 'jurisdiction_id' THEN '1'
                                WHEN a.attname = 'entry_id' THEN v_entry::text
                                WHEN t.typcategory = 'N' THEN (900 + i)::text
                                WHEN t.typname = 'text' THEN format('%L', 'x' || i)
                                WHEN t.typname = 'bool' THEN (i = 1)::text
                                WHEN t.typname = 'bytea' THEN format('sha256(%L)', i)
                                WHEN t.typname = 'date' THEN format('date %L', '2020-02-0' || i)
                                WHEN t.typname = 'timestamptz'
                                    THEN format('timestamptz %L', '2020-02-0' || i)
                                WHEN t.typname = '_text' THEN format('ARRAY[%L]', 'x' || i)
                                WHEN t.typcategory = 'A' THEN format('ARRAY[%s]', i)
                            END, ', ' ORDER BY a.attnum))
                        FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
                        WHERE a.attrelid = format('ledger.%I', v_table.table_name)::regclass
                            AND a.attnum > 0 AND NOT a.attisdropped
                    );
                END LOOP;
                PERFORM ledger_api.seal();
            END LOOP;
            INSERT INTO ledger.joint_total
            SELECT c.jurisdiction_id, c.entry_id, c.loss_cents, 0, '{}', 0
            FROM ledger.joint_claim AS c;
            v_entry := pg_temp.entry('match');
            INSERT INTO ledger.match_statement_line
            SELECT 1, v_entry, 1, l.statement_id, l.ordinal, l.amount_minor
            FROM ledger.statement_line AS l LIMIT 1;
            INSERT INTO ledger.match_book_line
            SELECT 1, v_entry, 1, 1, p.entry_id, p.amount_cents
            FROM ledger.posting AS p WHERE p.debit_account_id = 1 AND p.amount_cents = 5000
            LIMIT 1;
            INSERT INTO ledger.match (jurisdiction_id, entry_id, match_no, bank_account_id, state,
                difference_minor, statement_rivals, book_rivals)
            VALUES (1, v_entry, 1, 1, 'accepted', 0, 0, 0);
            INSERT INTO ledger.statement_claim
            SELECT 1, l.statement_id, l.ordinal, l.amount_minor, l.amount_minor
            FROM ledger.match_statement_line AS l WHERE l.entry_id = v_entry;
            INSERT INTO ledger.book_claim
            SELECT 1, 1, l.book_entry_id, l.amount_cents, l.amount_cents
            FROM ledger.match_book_line AS l WHERE l.entry_id = v_entry;
            PERFORM ledger_api.seal();
        END $$;
        """
}
