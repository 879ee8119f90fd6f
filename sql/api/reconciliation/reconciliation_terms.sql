-- The reconciliation of an account of the books through a day, line by line: what the bank says
-- (leg bank), what the books say (books), what the cases say (cases), each with what it does not
-- know yet; and how the account began (start: what the bank had, less what the books had, and what
-- the statements between do not explain). The sum of start is what bank and books differ by.
CREATE FUNCTION ledger_api.reconciliation_terms(j integer, p_account_id integer, p_through date)
RETURNS TABLE (
    leg text, term text, account text, reference text, day date, kind text, text text,
    amount_cents bigint, late_for date
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
    v_fund integer := (
        SELECT a.fund_id FROM ledger.account AS a
        WHERE a.jurisdiction_id = j AND a.id = p_account_id
    );
BEGIN
    RETURN QUERY
    WITH lines AS MATERIALIZED (
        SELECT l.*, e.resolution
        FROM ledger_api.reconciled_lines(j, p_account_id, p_through) AS l
        LEFT JOIN ledger_api.listed_errors(j, p_account_id, p_through) AS e
            ON e.statement_id = l.statement_id AND e.ordinal = l.ordinal
            OR e.book_entry_id = l.book_entry_id AND l.side = 'books'
        WHERE l.open_cents <> 0
    ), named AS MATERIALIZED (
        SELECT r.book_entry_id, string_agg(
            concat_ws(' ', r.kind, r.key), ', ' ORDER BY r.kind COLLATE "C", r.key COLLATE "C"
        ) AS text
        FROM ledger_api.book_references(j, ARRAY(
            SELECT l.book_entry_id FROM lines AS l WHERE l.side = 'books' AND NOT l.is_earlier
        )) AS r
        GROUP BY r.book_entry_id
    ), banks AS MATERIALIZED (
        SELECT b.code, u.*
        FROM ledger.bank_account AS b
        LEFT JOIN LATERAL ledger_api.bank_balance(j, b.entry_id, p_through) AS u ON true
        WHERE b.jurisdiction_id = j AND b.account_id = p_account_id
    ), open AS (
        SELECT CASE
                WHEN l.side = 'bank' AND l.resolution = 'bank_error' THEN 'bank_errors'
                WHEN l.side = 'bank' THEN 'not_in_books'
                WHEN l.side = 'match' THEN 'matched_in_part'
                WHEN l.resolution = 'book_error' THEN 'book_errors'
                WHEN l.open_cents > 0 THEN 'deposits_in_transit'
                WHEN k.entry_id IS NOT NULL THEN 'outstanding_checks'
                ELSE 'outstanding_payments'
            END AS term, l.*, left(coalesce(n.text, ''), 120) AS names, b.code
        FROM lines AS l
        LEFT JOIN named AS n ON n.book_entry_id = l.book_entry_id
        LEFT JOIN ledger.bank_account AS b
            ON b.jurisdiction_id = j AND b.entry_id = l.bank_account_id
        LEFT JOIN ledger.check_issued AS k
            ON k.jurisdiction_id = j AND k.entry_id = l.book_entry_id AND l.side = 'books'
        WHERE NOT l.is_earlier
    ), placed AS (
        SELECT CASE WHEN o.term IN ('not_in_books', 'matched_in_part', 'book_errors')
                THEN 'books' ELSE 'bank' END AS leg,
            o.term, coalesce(o.code, '') AS account, CASE o.side
                WHEN 'bank' THEN concat('bank-', o.statement_id, '.', o.ordinal)
                WHEN 'match' THEN concat('match-', o.book_entry_id, '-', o.match_no)
                ELSE concat('book-', o.book_entry_id) END AS reference,
            o.day, o.kind, CASE o.side WHEN 'bank' THEN o.text ELSE o.names END AS text,
            CASE WHEN o.term IN ('bank_errors', 'book_errors') THEN -o.open_cents
                ELSE o.open_cents END AS cents, o.late_for
        FROM open AS o
    )
    SELECT 'bank', 'bank_closing', b.code, coalesce(s.sequence, ''), b.heard_through, '', '',
        coalesce(b.balance_cents, 0), NULL::date
    FROM banks AS b
    LEFT JOIN ledger.statement AS s ON s.jurisdiction_id = j AND s.entry_id = b.statement_id
    UNION ALL
    SELECT 'books', 'ledger_cash', '', a.number, p_through, '', a.name, coalesce((
        SELECT sum(d.debit_cents - d.credit_cents)
        FROM ledger_api.day_movements(p_through, NULL, false) AS d
        WHERE d.account_id = a.id
    ), 0)::bigint, NULL
    FROM ledger.account AS a
    WHERE a.jurisdiction_id = j AND a.id = p_account_id
    UNION ALL
    SELECT 'cases', c.term, '', c.recipient, p_through, '', '', c.amount_cents, NULL
    FROM ledger_api.case_balances(j, v_fund, p_through) AS c
    UNION ALL
    SELECT p.leg, p.term, p.account, p.reference, p.day, p.kind, p.text, p.cents, p.late_for
    FROM placed AS p
    UNION ALL
    SELECT 'cases', p.term, p.account, p.reference, p.day, p.kind, p.text, p.cents, p.late_for
    FROM placed AS p WHERE p.leg = 'books'
    UNION ALL
    SELECT 'start', 'bank_at_start', b.code, '', b.opened_on, '', '', coalesce(b.opening_cents, 0),
        NULL
    FROM banks AS b
    UNION ALL
    SELECT 'start', 'books_at_start', '', '', min(b.opened_on), '', '', (
        SELECT -coalesce(sum(l.open_cents) FILTER (WHERE l.is_earlier), 0)
        FROM lines AS l
    )::bigint - (
        SELECT coalesce(sum(k.amount_cents), 0)
        FROM ledger.check_issued AS k
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = j AND e.id = k.entry_id AND e.kind = 'opening'
            AND e.posted_on <= p_through
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.id = p_account_id AND a.role = 'bank'
        WHERE k.jurisdiction_id = j AND k.fund_id = v_fund
    )::bigint, NULL
    FROM banks AS b
    UNION ALL
    SELECT 'start', 'statements_missing', b.code, '', b.heard_through, '', '',
        coalesce(b.gap_cents, 0), NULL
    FROM banks AS b;
END $$;
COMMENT ON FUNCTION ledger_api.reconciliation_terms IS
'The reconciliation of an account of the books through a day, line by line.';
