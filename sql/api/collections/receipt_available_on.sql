-- The first day on which the shares of a receipt may be sent on: its own day and the days that
-- the court holds that method of payment (policy hold_days_<method>); what came without a method,
-- as from a recipient that paid back, is not held.
CREATE FUNCTION ledger_api.receipt_available_on(p_method text, p_effective_on date) RETURNS date
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT p_effective_on
        + coalesce(ledger_api.policy_in_force('hold_days_' || p_method)::integer, 0)
$$;
COMMENT ON FUNCTION ledger_api.receipt_available_on IS
'The first day on which the shares of a receipt may be sent on.';
