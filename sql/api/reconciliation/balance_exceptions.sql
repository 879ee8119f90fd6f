-- Where statements and balances do not hold at the end of a day: files that were rejected,
-- statements that wait to be released or do not follow on each other, and accounts on which bank,
-- books and cases do not agree.
CREATE FUNCTION ledger_api.balance_exceptions(j integer, p_as_of date) RETURNS TABLE (
    name text, class text, account text, fund_id integer, entry_id bigint, since date,
    amount_cents bigint, detail text
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT concat('file-', f.entry_id), 'control_failed', '', NULL::integer, f.entry_id,
        e.effective_on, 0::bigint, format('%s was rejected', f.file_name)
    FROM ledger.statement_file AS f
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = f.entry_id
    WHERE f.jurisdiction_id = j AND f.verdict = 'rejected' AND e.effective_on <= p_as_of;
    RETURN QUERY
    SELECT concat('statement-', s.entry_id), 'control_failed', s.account, a.fund_id, s.entry_id,
        coalesce(s.to_on, (s.recorded_at)::date), CASE WHEN s.status = 'quarantined' THEN 0
            ELSE s.opening_minor - s.previous_closing_minor END,
        CASE WHEN s.status = 'quarantined' THEN concat_ws(' ', 'statement', s.sequence,
                'is in quarantine')
            ELSE concat_ws(' ', 'statement', s.sequence,
                'does not open with the closing before it;', s.days_missing,
                'weekdays between') END
    FROM ledger_api.statement_list() AS s
    JOIN ledger.bank_account AS b ON b.jurisdiction_id = j AND b.code = s.account
    JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = b.account_id
    WHERE coalesce(s.to_on, '-infinity') <= p_as_of AND NOT s.is_interim AND (
        s.status = 'quarantined'
        OR s.status <> 'superseded' AND s.opening_minor <> s.previous_closing_minor
    );
    RETURN QUERY
    SELECT concat('tie-', d.word, '.', v.code), concat(d.word, '_unlike_books'), v.code, v.fund_id,
        NULL::bigint, p_as_of, d.cents, format('%s unlike B by %s', d.letter,
            to_char(abs(d.cents) / 100.0, 'FM999999999999990.00'))
    FROM (
        SELECT t.code, t.fund_id,
            sum(r.amount_cents) FILTER (WHERE r.leg = 'bank') AS bank,
            sum(r.amount_cents) FILTER (WHERE r.leg = 'books') AS books,
            sum(r.amount_cents) FILTER (WHERE r.leg = 'cases') AS cases,
            bool_or(r.term = 'bank_at_start' AND r.day IS NOT NULL) AS is_heard
        FROM (
            SELECT b.account_id, a.fund_id, min(b.code COLLATE "C") AS code
            FROM ledger.bank_account AS b
            JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = b.account_id
            WHERE b.jurisdiction_id = j
            GROUP BY b.account_id, a.fund_id
        ) AS t
        CROSS JOIN LATERAL ledger_api.reconciliation_terms(j, t.account_id, p_as_of) AS r
        GROUP BY t.code, t.fund_id
    ) AS v
    CROSS JOIN LATERAL (VALUES
        ('A', 'bank', (v.bank - v.books)::bigint, v.is_heard),
        ('C', 'cases', (v.cases - v.books)::bigint, true)
    ) AS d (letter, word, cents, counts)
    WHERE d.counts AND d.cents <> 0;
END $$;
COMMENT ON FUNCTION ledger_api.balance_exceptions IS
'Where statements and balances do not hold at the end of a day.';
