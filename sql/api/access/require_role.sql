-- Names the bound jurisdiction and holds the door to it, or refuses: nobody is bound, or none of
-- these roles is held in it. Every door calls it first.
CREATE FUNCTION ledger_api.require_role(VARIADIC p_roles text[]) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_bound record;
BEGIN
    SELECT b.jurisdiction_id, b.principal_id, b.token_role INTO v_bound FROM ledger.binding() AS b;
    IF v_bound.jurisdiction_id IS NULL THEN
        PERFORM ledger.raise_refusal('LG001', format('login %s', session_user));
    END IF;
    IF v_bound.token_role = ANY (p_roles) OR v_bound.token_role IS NULL AND EXISTS (
        SELECT FROM ledger.principal_role AS r
        WHERE r.jurisdiction_id = v_bound.jurisdiction_id
            AND r.principal_id = v_bound.principal_id AND r.role = ANY (p_roles)
    ) THEN
        PERFORM set_config('redress.door', v_bound.jurisdiction_id::text, true);
        RETURN v_bound.jurisdiction_id;
    END IF;
    PERFORM ledger.raise_refusal('LG002', format(
        'login %s needs the role %s', session_user, array_to_string(p_roles, ' or ')
    ));
END $$;
COMMENT ON FUNCTION ledger_api.require_role IS
'Names the bound jurisdiction, or refuses: nobody is bound, or none of these roles is held in it.';
