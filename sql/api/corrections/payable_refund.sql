-- What is payable to the payer of a docket after a conviction was vacated, and what no debt takes.
CREATE FUNCTION ledger_api.payable_refund(p_docket_id bigint) RETURNS TABLE (
    payable_cents bigint,
    unapplied_cents bigint
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver');
BEGIN
    PERFORM ledger_api.lock_dockets(j, ARRAY[p_docket_id]);
    RETURN QUERY SELECT ledger_api.docket_money(j, p_docket_id, 'refund_payable'),
        ledger_api.docket_money(j, p_docket_id, 'unapplied');
END $$;
COMMENT ON FUNCTION ledger_api.payable_refund IS
'What is payable to the payer of a docket after a conviction was vacated, and what no debt takes.';
