-- How long open lines of each bank account count as under way, by kind, and whether that was set.
CREATE FUNCTION ledger_api.clearing_window_list() RETURNS TABLE (
    account text, kind text, banking_days integer, is_set boolean
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler', 'approver', 'auditor', 'owner');
BEGIN
    RETURN QUERY
    SELECT b.code, w.kind, w.banking_days, w.is_set
    FROM ledger_api.clearing_windows(j) AS w
    JOIN ledger.bank_account AS b ON b.jurisdiction_id = j AND b.entry_id = w.bank_account_id
    ORDER BY b.code COLLATE "C", w.kind COLLATE "C";
END $$;
COMMENT ON FUNCTION ledger_api.clearing_window_list IS
'How long open lines of each bank account count as under way.';
