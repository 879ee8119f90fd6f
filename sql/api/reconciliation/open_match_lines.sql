-- Gathers what is open on both sides of a bank account on a day into tables of this session, in
-- the order in which lines are told apart everywhere: day, amount, place. With p_anew lines count
-- as if nothing had been matched yet. Lines that proposals of earlier rules hold are left out.
CREATE FUNCTION ledger_api.open_match_lines(
    j integer, p_account ledger.bank_account, p_from date, p_as_of date, p_anew boolean,
    p_held_names text[]
) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_book_ids bigint[];
BEGIN
    PERFORM ledger_api.close_match_lines();
    CREATE TEMP TABLE m_statement AS
    SELECT row_number() OVER (
            ORDER BY l.booked_on, l.amount_minor, l.statement_id, l.ordinal
        )::integer AS id,
        l.statement_id, l.ordinal, l.booked_on AS day, 0 AS n,
        l.amount_minor - CASE WHEN p_anew THEN 0 ELSE l.claimed_minor END AS amount,
        0 AS kinds, l.type_code IN ('555', '557') AS is_return
    FROM ledger_api.statement_lines_in_use(j, p_account.entry_id, p_as_of) AS l
    WHERE (p_anew OR l.claimed_minor <> l.amount_minor)
        AND (p_from IS NULL OR l.booked_on >= p_from);
    CREATE TEMP TABLE m_book AS
    SELECT row_number() OVER (ORDER BY l.effective_on, l.amount_cents, l.book_entry_id)::integer
            AS id,
        l.book_entry_id, l.effective_on AS day, 0 AS n,
        l.amount_cents - CASE WHEN p_anew THEN 0 ELSE l.claimed_cents END AS amount,
        0 AS kinds, l.kind
    FROM ledger_api.book_lines(j, p_account.account_id, p_as_of) AS l
    WHERE (p_anew OR l.claimed_cents <> l.amount_cents)
        AND (p_from IS NULL OR l.effective_on >= p_from);
    IF p_held_names <> '{}' THEN
        CREATE TEMP TABLE m_held AS
        SELECT t.entry_id, t.match_no
        FROM ledger_api.standing_proposals(j, p_account.entry_id) AS t
        WHERE t.name = ANY (p_held_names);
        DELETE FROM m_statement AS s
        USING m_held AS h, ledger.match_statement_line AS l
        WHERE l.jurisdiction_id = j AND l.entry_id = h.entry_id AND l.match_no = h.match_no
            AND s.statement_id = l.statement_id AND s.ordinal = l.ordinal;
        DELETE FROM m_book AS b
        USING m_held AS h, ledger.match_book_line AS l
        WHERE l.jurisdiction_id = j AND l.entry_id = h.entry_id AND l.match_no = h.match_no
            AND b.book_entry_id = l.book_entry_id;
        DROP TABLE m_held;
    END IF;
    ANALYZE m_statement;
    ANALYZE m_book;
    CREATE TEMP TABLE m_day AS
    SELECT d.day, d.number AS n
    FROM (
        SELECT min(u.day) AS first, max(u.day) AS last FROM (
            SELECT day FROM m_statement UNION ALL SELECT day FROM m_book
        ) AS u
    ) AS u
    CROSS JOIN LATERAL ledger_api.banking_days(u.first, u.last) AS d
    WHERE u.first IS NOT NULL;
    ANALYZE m_day;
    CREATE TEMP TABLE m_statement_key AS
    SELECT DISTINCT s.id, t.kind, CASE
        WHEN t.kind = 'any' THEN r.key
        WHEN t.kind = r.kind THEN r.key
        ELSE ledger_api.match_key(t.kind, r.key)
    END AS key
    FROM m_statement AS s
    JOIN ledger.statement_reference AS r
        ON r.jurisdiction_id = j AND r.statement_id = s.statement_id AND r.ordinal = s.ordinal
    CROSS JOIN LATERAL (SELECT CASE
        WHEN r.kind IN ('bank', 'transaction', 'payee') THEN NULL
        WHEN r.kind NOT IN ('endToEnd', 'customer', 'batch') THEN r.kind
        WHEN r.key ~ '^(RCPT|RCT)[0-9]+$' THEN 'receipt'
        WHEN r.key ~ '^(DEP|DT)[0-9]+$' THEN 'ticket'
        WHEN r.key ~ '^VCHR[0-9]+$' THEN 'voucher'
        WHEN r.key ~ '^(CHK|CK)[0-9]+$' THEN 'check'
        ELSE 'any'
    END) AS t (kind)
    WHERE t.kind IS NOT NULL AND (t.kind <> 'any' OR length(r.key) >= 3);
    INSERT INTO m_statement_key
    SELECT s.id, 'trace', ledger_api.match_key('trace', r.original_trace)
    FROM m_statement AS s
    JOIN ledger.statement_return AS r
        ON r.jurisdiction_id = j AND r.statement_id = s.statement_id AND r.ordinal = s.ordinal
        AND r.kind = 'returned'
    WHERE r.original_trace ~ '[0-9]'
    EXCEPT SELECT k.id, k.kind, k.key FROM m_statement_key AS k;
    SELECT array_agg(b.book_entry_id) INTO v_book_ids FROM m_book AS b;
    CREATE TEMP TABLE m_book_key AS
    SELECT b.id, r.kind, r.key
    FROM ledger_api.book_references(j, v_book_ids) AS r
    JOIN m_book AS b ON b.book_entry_id = r.book_entry_id;
    ANALYZE m_statement_key;
    ANALYZE m_book_key;
    CREATE TEMP TABLE m_kind AS
    SELECT s.kind, s.is_many AS many_statement, coalesce(b.is_many, true) AS many_book
    FROM (SELECT k.kind, count(*) > count(DISTINCT k.id) AS is_many
        FROM m_statement_key AS k GROUP BY 1) AS s
    LEFT JOIN (SELECT k.kind, count(*) > count(DISTINCT k.id) AS is_many
        FROM m_book_key AS k GROUP BY 1) AS b ON b.kind = s.kind
    WHERE b.kind IS NOT NULL OR s.kind = 'any';
    CREATE TEMP TABLE m_next AS
    SELECT s.id, s.statement_id, s.ordinal, s.day, d.n, s.amount, coalesce(k.kinds, 0) AS kinds,
        s.is_return OR r.id IS NOT NULL AS is_return
    FROM m_statement AS s
    JOIN m_day AS d ON d.day = s.day
    LEFT JOIN (
        SELECT k.id, bit_or(ledger_api.kind_bit(k.kind)) AS kinds FROM m_statement_key AS k
        GROUP BY k.id
    ) AS k ON k.id = s.id
    LEFT JOIN (
        SELECT DISTINCT s.id FROM m_statement AS s
        JOIN ledger.statement_return AS r
            ON r.jurisdiction_id = j AND r.statement_id = s.statement_id
            AND r.ordinal = s.ordinal AND r.kind = 'returned'
    ) AS r ON r.id = s.id;
    DROP TABLE m_statement;
    ALTER TABLE m_next RENAME TO m_statement;
    CREATE TEMP TABLE m_next AS
    SELECT b.id, b.book_entry_id, b.day, d.n, b.amount, coalesce(k.kinds, 0) AS kinds, b.kind
    FROM m_book AS b
    JOIN m_day AS d ON d.day = b.day
    LEFT JOIN (
        SELECT k.id, bit_or(ledger_api.kind_bit(k.kind)) AS kinds FROM m_book_key AS k
        GROUP BY k.id
    ) AS k ON k.id = b.id;
    DROP TABLE m_book;
    ALTER TABLE m_next RENAME TO m_book;
    ANALYZE m_statement;
    ANALYZE m_book;
    CREATE TEMP TABLE m_pair (
        s_id integer, b_id integer, key text, s_rivals integer, b_rivals integer, days integer,
        common integer
    );
    CREATE TEMP TABLE m_found (
        no integer, state text, key text, days integer, s_rivals integer, b_rivals integer
    );
    CREATE TEMP TABLE m_found_statement (no integer, id integer);
    CREATE TEMP TABLE m_found_book (no integer, id integer);
    CREATE TEMP TABLE m_run (
        jurisdiction_id integer, bank_account_id bigint, run_key text, next_no integer,
        watermark bigint, stamp bigint
    );
END $$;
COMMENT ON FUNCTION ledger_api.open_match_lines IS
'Gathers what is open on both sides of a bank account on a day into tables of this session.';
