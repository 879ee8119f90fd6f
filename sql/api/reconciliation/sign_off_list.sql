-- Every sign-off of the accounts that banks prove, the newest last, and what became of it.
-- is_unchanged: what was signed still has the digest that was stored; NULL where it was reopened.
CREATE FUNCTION ledger_api.sign_off_list() RETURNS TABLE (
    entry_id bigint, number bigint, account text, fund text, follows_on date, through date,
    prepared_by text, reviewed_by text, signed_at timestamptz, bank_cents bigint,
    books_cents bigint, cases_cents bigint, difference_reason text,
    statement_line_count bigint, book_line_count bigint, match_count bigint, set_digest bytea,
    is_unchanged boolean, reopened_by text, reopened_reason text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler', 'approver', 'auditor', 'owner');
BEGIN
    RETURN QUERY
    SELECT s.entry_id, n.number, (
            SELECT string_agg(b.code, ', ' ORDER BY b.code COLLATE "C")
            FROM ledger.bank_account AS b
            WHERE b.jurisdiction_id = j AND b.account_id = s.account_id
        ), f.code, s.follows_on, s.through, p.login, q.login, e.recorded_at, s.bank_cents,
        s.books_cents, s.cases_cents, s.difference_reason, s.statement_line_count,
        s.book_line_count, s.match_count, s.set_digest, CASE WHEN r.sign_off_id IS NULL THEN (
            SELECT k.set_digest = s.set_digest
            FROM ledger_api.signed_set(j, s.account_id, s.through) AS k
        ) END, o.login, r.reason
    FROM ledger.sign_off AS s
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = s.entry_id
    JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = s.account_id
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = a.fund_id
    JOIN ledger.principal AS p ON p.id = s.prepared_by
    JOIN ledger.principal AS q ON q.id = s.reviewed_by
    LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = s.entry_id
    LEFT JOIN ledger.sign_off_reopening AS r
        ON r.jurisdiction_id = j AND r.sign_off_id = s.entry_id
    LEFT JOIN ledger.principal AS o ON o.id = r.reopened_by
    WHERE s.jurisdiction_id = j
    ORDER BY s.entry_id;
END $$;
COMMENT ON FUNCTION ledger_api.sign_off_list IS
'Every sign-off of the accounts that banks prove, and whether what was signed is unchanged.';
