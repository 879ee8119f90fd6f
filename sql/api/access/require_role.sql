-- Names the bound jurisdiction and holds the door to it, or refuses: nobody is bound, or none of
-- these roles is held in it. Every door calls it first. Who approved in this transaction what
-- another person proposed carries it out to its end through the doors of clerks.
CREATE FUNCTION ledger_api.require_role(VARIADIC p_roles text[]) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_bound record;
    v_code text := nullif(current_setting('redress.jurisdiction', true), '');
    v_login text;
BEGIN
    SELECT b.jurisdiction_id, b.principal_id, b.token_role INTO v_bound FROM ledger.binding() AS b;
    IF v_bound.jurisdiction_id IS NULL THEN
        SELECT format('login %s has a role in %s', session_user, coalesce(
            string_agg(DISTINCT j.code, ', ' ORDER BY j.code), 'no jurisdiction'
        )) INTO v_login
        FROM ledger.principal AS p
        JOIN ledger.principal_role AS r ON r.principal_id = p.id
        JOIN ledger.jurisdiction AS j ON j.id = r.jurisdiction_id
        WHERE p.login = session_user;
        IF v_code IS NOT NULL AND NOT EXISTS (
            SELECT FROM ledger.jurisdiction AS j WHERE j.code = v_code
        ) THEN
            PERFORM ledger.raise_refusal('LG805', concat_ws('; ', v_code, v_login));
        END IF;
        PERFORM ledger.raise_refusal('LG001', v_login);
    END IF;
    IF v_bound.token_role = ANY (p_roles) OR v_bound.token_role IS NULL AND EXISTS (
        SELECT FROM ledger.principal_role AS r
        WHERE r.jurisdiction_id = v_bound.jurisdiction_id
            AND r.principal_id = v_bound.principal_id AND r.role = ANY (p_roles)
    ) OR 'clerk' = ANY (p_roles) AND EXISTS (
        SELECT FROM ledger.journal_tail AS t
        JOIN ledger.approval AS a
            ON a.jurisdiction_id = t.jurisdiction_id AND a.entry_id = t.entry_id
        JOIN ledger.proposal AS p
            ON p.jurisdiction_id = a.jurisdiction_id AND p.entry_id = a.proposal_id
        WHERE t.jurisdiction_id = v_bound.jurisdiction_id
            AND t.written_by = pg_current_xact_id_if_assigned()
            AND a.approved_by = v_bound.principal_id
            AND p.action IN ('docket_vacate', 'undo_import')
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
