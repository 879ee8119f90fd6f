-- The court's choice by this name, or what holds where it made none.
CREATE FUNCTION ledger_api.policy_in_force(p_name text) RETURNS text
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((
        SELECT p.value FROM ledger.policy AS p
        WHERE p.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND p.name = p_name
        ORDER BY p.entry_id DESC LIMIT 1
    ), (SELECT d.value FROM ledger_api.policy_defaults() AS d WHERE d.name = p_name))
$$;
COMMENT ON FUNCTION ledger_api.policy_in_force IS
'The court''s choice by this name, or what holds where it made none.';
