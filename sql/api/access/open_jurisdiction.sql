-- Opens a jurisdiction and makes the caller, who must be able to act for the schema, its owner.
CREATE FUNCTION ledger_api.open_jurisdiction(p_command jsonb) RETURNS ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_statement jsonb := p_command -> 'statement';
    v_entry bigint := nextval('ledger.entry_id');
    v_jurisdiction integer;
    v_principal integer;
    v_today date := (clock_timestamp() AT TIME ZONE (v_statement ->> 'time_zone'))::date;
BEGIN
    IF NOT pg_has_role(session_user, 'redress_schema', 'MEMBER') THEN
        PERFORM ledger.raise_refusal('LG002', format('login %s may not open one', session_user));
    END IF;
    IF EXISTS (SELECT FROM ledger.jurisdiction WHERE code = v_statement ->> 'code') THEN
        PERFORM ledger.raise_refusal('LG804', format('jurisdiction %s', v_statement ->> 'code'));
    END IF;
    INSERT INTO ledger.jurisdiction (
        entry_id, code, name, time_zone, fiscal_year_start_month, count_basis, payment_order
    ) VALUES (
        v_entry, v_statement ->> 'code', v_statement ->> 'name', v_statement ->> 'time_zone',
        (v_statement ->> 'fiscal_year_start_month')::smallint, v_statement ->> 'count_basis',
        v_statement ->> 'payment_order'
    ) RETURNING id INTO v_jurisdiction;
    INSERT INTO ledger.principal (login, kind) VALUES (session_user, 'login')
    ON CONFLICT (login) DO NOTHING;
    SELECT id INTO STRICT v_principal FROM ledger.principal WHERE login = session_user;
    INSERT INTO ledger.principal_role (jurisdiction_id, principal_id, role, entry_id)
    VALUES (v_jurisdiction, v_principal, 'owner', v_entry);
    PERFORM set_config('redress.jurisdiction', v_statement ->> 'code', true);
    PERFORM set_config('redress.door', v_jurisdiction::text, true);
    PERFORM ledger_api.write_entry(
        'jurisdiction', p_command, v_today, v_today, p_id => v_entry
    );
    INSERT INTO ledger.role_change (jurisdiction_id, entry_id, principal_id, login, role, action)
    VALUES (v_jurisdiction, v_entry, v_principal, session_user, 'owner', 'grant');
    RETURN ledger_api.accept(1, v_entry, v_today, NULL, v_statement ->> 'code');
END $$;
COMMENT ON FUNCTION ledger_api.open_jurisdiction IS
'Opens a jurisdiction and makes the caller, who must be able to act for the schema, its owner.';
