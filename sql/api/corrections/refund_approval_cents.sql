-- From which amount on a refund takes two persons (policy refund_approval_minimum).
CREATE FUNCTION ledger_api.refund_approval_cents() RETURNS bigint
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (
        100 * ledger_api.policy_in_force('refund_approval_minimum')::numeric
    )::bigint
$$;
COMMENT ON FUNCTION ledger_api.refund_approval_cents IS
'From which amount on a refund takes two persons.';
