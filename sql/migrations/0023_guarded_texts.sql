-- Texts that were not held to the rule before, and numbers that may be those of payment cards.

-- A number that a till or a bank gave. As a reference, and besides no payment card that is written
-- together: 13 to 19 digits that pass the Luhn check and begin as cards do (ISO/IEC 7812).
CREATE FUNCTION ledger.sensitive_slip(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(ledger.sensitive_text(p_text, true), (
        SELECT 'card_number'
        FROM regexp_matches(p_text, '[0-9]+', 'g') AS m (run)
        WHERE m.run[1] ~ '^([3-6][0-9]{12,18}|2[2-7][0-9]{14})$' AND (
            SELECT sum(CASE WHEN d.place % 2 = 1 THEN d.digit
                            WHEN d.digit > 4 THEN 2 * d.digit - 9 ELSE 2 * d.digit END)
            FROM (
                SELECT place, substr(reverse(m.run[1]), place, 1)::integer AS digit
                FROM generate_series(1, length(m.run[1])) AS place
            ) AS d
        ) % 10 = 0
        LIMIT 1
    ))
$$;
COMMENT ON FUNCTION ledger.sensitive_slip IS
'What a number given by a till or a bank seems to hold that it may not; as a reference, and no payment card.';

-- A key under which a command can be repeated. Machines put UUIDs there, whose digits name nobody.
CREATE FUNCTION ledger.sensitive_key(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT ledger.sensitive_text(regexp_replace(
        p_text, '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}', '', 'g'
    ), true)
$$;
COMMENT ON FUNCTION ledger.sensitive_key IS
'What a request key seems to hold that it may not; as a reference, UUIDs apart.';

CREATE OR REPLACE FUNCTION ledger.refuse_sensitive_text() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_row jsonb := to_jsonb(NEW);
    v_text text;
    v_found text;
BEGIN
    FOR i IN 0..TG_NARGS - 1 BY 2 LOOP
        v_text := v_row ->> TG_ARGV[i];
        v_found := CASE TG_ARGV[i + 1]
            WHEN 'slip' THEN ledger.sensitive_slip(v_text)
            WHEN 'key' THEN ledger.sensitive_key(v_text)
            ELSE ledger.sensitive_text(v_text, TG_ARGV[i + 1] = 'reference')
        END;
        IF v_found IS NOT NULL THEN
            PERFORM ledger.raise_refusal('LG113', format('%s: %s', TG_ARGV[i], v_found));
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

-- Holds one column to the rule of its kind: words, slip or key. Beside ledger.guard_texts it is for
-- columns of tables that have that guard, and for columns of numbers.
CREATE FUNCTION ledger.guard_column(p_table text, p_column text, p_kind text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_count bigint;
BEGIN
    EXECUTE format(
        'SELECT count(*) FROM ledger.%I WHERE ledger.%I(%I::text) IS NOT NULL', p_table,
        CASE p_kind WHEN 'words' THEN 'sensitive_text' ELSE 'sensitive_' || p_kind END, p_column
    ) INTO v_count;
    IF v_count > 0 THEN
        PERFORM ledger.raise_refusal('LG113', format(
            '%s rows have such a %s already; ask a lawyer before this database is migrated',
            v_count, p_column
        ));
    END IF;
    EXECUTE format(
        'CREATE TRIGGER refuse_sensitive_%1$s AFTER INSERT OR UPDATE ON ledger.%2$I '
        'FOR EACH ROW WHEN (NEW.%1$I::text ~ %3$L) '
        'EXECUTE FUNCTION ledger.refuse_sensitive_text(%1$L, %4$L)', p_column, p_table,
        CASE p_kind WHEN 'words' THEN '([0-9][^0-9]*){9}' WHEN 'slip' THEN '[0-9]{13}' ELSE
            '[0-9]{3}[^0-9A-Za-z][0-9]{2}[^0-9A-Za-z][0-9]{4}'
            '|[0-9]{4}[^0-9A-Za-z][0-9]{4,6}[^0-9A-Za-z][0-9]{4}'
            '|[A-Za-z]{2}[0-9]{2}[^0-9A-Za-z][0-9A-Za-z]{4}[^0-9A-Za-z][0-9A-Za-z]{1,4}' END,
        p_kind
    );
END $$;
COMMENT ON FUNCTION ledger.guard_column IS
'Holds one column to the rule of its kind: words, slip (a number given by a till or a bank) or key.';

SELECT ledger.guard_column('journal_entry', 'request_key', 'key');
SELECT ledger.guard_column('match_pass', 'run_key', 'key');
SELECT ledger.guard_column('receipt', 'number', 'slip');
SELECT ledger.guard_column('deposit', 'ticket', 'slip');
SELECT ledger.guard_column('check_issued', 'number', 'slip');
SELECT ledger.guard_texts('refund', '{source}', '{number}');
SELECT ledger.guard_texts('till_session', '{till}');
SELECT ledger.guard_texts('principal', '{login}');
SELECT ledger.guard_texts('role_change', '{login}');
SELECT ledger.guard_texts('interest_term', '{}', '{order_reference}');
SELECT ledger.guard_texts('vacatur', '{}', '{order_reference}');
SELECT ledger.guard_texts('debt', '{grade}');
SELECT ledger.guard_texts('policy', '{value}');
SELECT ledger.guard_texts('refusal', '{}', '{detail}');
-- Codes and names of programs are chosen by people, and may be of digits.
SELECT ledger.guard_column('jurisdiction', 'code', 'words');
SELECT ledger.guard_column('fund', 'code', 'words');
SELECT ledger.guard_column('recipient', 'code', 'words');
SELECT ledger.guard_column('bank_account', 'code', 'words');
SELECT ledger.guard_column('statement_source', 'name', 'words');
SELECT ledger.guard_column('match_rule', 'name', 'words');
