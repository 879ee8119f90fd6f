-- Locks dockets by their identities: also one whose reference was erased.
CREATE FUNCTION ledger_api.claim_dockets(p_docket_ids bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver');
BEGIN
    PERFORM ledger_api.lock_dockets(j, p_docket_ids);
END $$;
COMMENT ON FUNCTION ledger_api.claim_dockets IS
'Locks dockets by their identities: also one whose reference was erased.';
