-- The reconciliation of the books that a bank account proves, through a day, line by line; the
-- lines of a term in the order of their days.
CREATE FUNCTION ledger_api.reconciliation(p_account text, p_through date) RETURNS TABLE (
    leg text, term text, account text, reference text, day date, kind text, text text,
    amount_cents bigint, late_for date
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler', 'approver', 'auditor', 'owner');
BEGIN
    RETURN QUERY
    SELECT t.* FROM ledger_api.reconciliation_terms(
        j, ledger_api.named_account(j, p_account), p_through
    ) AS t
    ORDER BY t.leg, t.term, t.day, t.account COLLATE "C", length(t.reference),
        t.reference COLLATE "C";
END $$;
COMMENT ON FUNCTION ledger_api.reconciliation IS
'The reconciliation of the books that a bank account proves, through a day, line by line.';
