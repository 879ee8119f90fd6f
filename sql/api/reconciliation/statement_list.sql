-- The statements of each bank account in the order of their days. previous_closing_minor: that of
-- the statement before it, among those that count; days_missing: weekdays between the two, where
-- the balance was not carried over. NULL for a statement that does not count.
CREATE FUNCTION ledger_api.statement_list() RETURNS TABLE (
    entry_id bigint, number bigint, account text, last_four text, fund text, file_id bigint,
    file_name text, format text, identity text, sequence text, currency text, is_interim boolean,
    from_on date, to_on date, opening_minor bigint, closing_minor bigint, line_count integer,
    credits_minor bigint, debits_minor bigint, status text, finding_count bigint,
    previous_closing_minor bigint, days_missing bigint, recorded_at timestamptz, login text,
    superseded_by bigint, released_by text, reason text
)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH stated AS MATERIALIZED (
        SELECT s.*, coalesce(d.change, r.change, s.verdict) AS status, d.by_statement_id,
            r.reason, r.entry_id AS release_id,
            s.verdict = 'accepted' OR r.change IS NOT NULL AS is_usable
        FROM ledger.statement AS s
        LEFT JOIN ledger.statement_change AS d
            ON d.jurisdiction_id = s.jurisdiction_id AND d.statement_id = s.entry_id
            AND d.change = 'superseded'
        LEFT JOIN ledger.statement_change AS r
            ON r.jurisdiction_id = s.jurisdiction_id AND r.statement_id = s.entry_id
            AND r.change = 'released'
        WHERE s.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
    ), chained AS MATERIALIZED (
        SELECT c.entry_id, lag(c.closing_minor) OVER w AS closing, lag(c.to_on) OVER w AS to_on
        FROM stated AS c
        WHERE c.is_usable AND c.status <> 'superseded' AND NOT c.is_interim
        WINDOW w AS (
            PARTITION BY c.bank_account_id, c.currency
            ORDER BY c.to_on, c.from_on, length(c.sequence), c.sequence COLLATE "C", c.entry_id
        )
    )
    SELECT t.entry_id, n.number, b.code, (
            SELECT max(a.last_four COLLATE "C") FROM ledger.bank_account_number AS a
            WHERE a.jurisdiction_id = t.jurisdiction_id AND a.entry_id = b.entry_id
        ), u.code, t.file_id, f.file_name, f.format, t.identity, t.sequence, t.currency,
        t.is_interim, t.from_on, t.to_on, t.opening_minor, t.closing_minor, t.line_count,
        t.credits_minor, t.debits_minor, t.status, (
            SELECT count(*) FROM ledger.statement_finding AS g
            WHERE g.jurisdiction_id = t.jurisdiction_id AND g.entry_id = t.file_id
                AND coalesce(g.statement_no, t.statement_no) = t.statement_no
        ), c.closing, CASE
            WHEN c.to_on IS NULL THEN NULL
            WHEN c.closing = t.opening_minor THEN 0
            ELSE (
                SELECT count(*)
                FROM generate_series(1, t.from_on - c.to_on - 1) AS d
                WHERE extract(isodow FROM c.to_on + d) < 6
            )
        END, e.recorded_at, p.login, m.number, q.login, t.reason
    FROM stated AS t
    JOIN ledger.bank_account AS b
        ON b.jurisdiction_id = t.jurisdiction_id AND b.entry_id = t.bank_account_id
    JOIN ledger.account AS a ON a.jurisdiction_id = t.jurisdiction_id AND a.id = b.account_id
    JOIN ledger.fund AS u ON u.jurisdiction_id = t.jurisdiction_id AND u.id = a.fund_id
    JOIN ledger.statement_file AS f
        ON f.jurisdiction_id = t.jurisdiction_id AND f.entry_id = t.file_id
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = t.jurisdiction_id AND e.id = t.entry_id
    JOIN ledger.principal AS p ON p.id = e.principal_id
    LEFT JOIN chained AS c ON c.entry_id = t.entry_id
    LEFT JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = t.jurisdiction_id AND n.entry_id = t.entry_id
    LEFT JOIN ledger.sealed_entry AS m
        ON m.jurisdiction_id = t.jurisdiction_id AND m.entry_id = t.by_statement_id
    LEFT JOIN ledger.journal_entry AS r
        ON r.jurisdiction_id = t.jurisdiction_id AND r.id = t.release_id
    LEFT JOIN ledger.principal AS q ON q.id = r.principal_id
    ORDER BY b.code COLLATE "C", t.currency, t.to_on, t.from_on, length(t.sequence),
        t.sequence COLLATE "C", t.entry_id
$$;
COMMENT ON FUNCTION ledger_api.statement_list IS
'The statements of each bank account in the order of their days, and what is missing between them.';
