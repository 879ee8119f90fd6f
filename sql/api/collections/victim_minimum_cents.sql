-- The least amount for which a restitution payee is sent a check (policy victim_payment_minimum).
CREATE FUNCTION ledger_api.victim_minimum_cents() RETURNS bigint
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (
        100 * ledger_api.policy_in_force('victim_payment_minimum')::numeric
    )::bigint
$$;
COMMENT ON FUNCTION ledger_api.victim_minimum_cents IS
'The least amount for which a restitution payee is sent a check.';
