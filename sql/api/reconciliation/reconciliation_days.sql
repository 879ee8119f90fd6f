-- Statement by statement through a day: whether each opens with the closing before it, whether its
-- entries lead to its closing, and what the books had at the end of its last day.
CREATE FUNCTION ledger_api.reconciliation_days(p_account text, p_after date, p_through date)
RETURNS TABLE (
    account text, sequence text, day date, previous_cents bigint, opening_cents bigint,
    entries_cents bigint, closing_cents bigint, books_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler', 'approver', 'auditor', 'owner');
    v_account integer := ledger_api.named_account(j, p_account);
BEGIN
    RETURN QUERY
    WITH moved AS MATERIALIZED (
        SELECT d.posted_on, sum(d.debit_cents - d.credit_cents) AS cents
        FROM ledger_api.day_movements(p_through, NULL, false) AS d
        WHERE d.account_id = v_account
        GROUP BY d.posted_on
    )
    SELECT s.account, coalesce(s.sequence, ''), s.to_on, s.previous_closing_minor,
        s.opening_minor, s.credits_minor - s.debits_minor, s.closing_minor, coalesce((
            SELECT sum(m.cents) FROM moved AS m WHERE m.posted_on <= s.to_on
        ), 0)::bigint
    FROM ledger_api.statement_list() WITH ORDINALITY AS s
    JOIN ledger.bank_account AS b
        ON b.jurisdiction_id = j AND b.code = s.account AND b.account_id = v_account
    WHERE s.status IN ('accepted', 'released') AND NOT s.is_interim AND s.to_on <= p_through
        AND (s.to_on > p_after OR p_after IS NULL)
    ORDER BY s.ordinality;
END $$;
COMMENT ON FUNCTION ledger_api.reconciliation_days IS
'Statement by statement through a day: opening, entries, closing, and what the books had.';
