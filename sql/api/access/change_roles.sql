-- Grants or revokes roles of the bound jurisdiction. statement: login, role, action.
CREATE FUNCTION ledger_api.change_roles(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_jurisdiction integer := ledger_api.require_role('owner');
    v_command jsonb;
    v_item integer;
    v_reply ledger_api.reply;
    v_login text;
    v_role text;
    v_grant boolean;
    v_principal integer;
    v_entry bigint;
    v_code text;
    v_today date := ledger_api.court_today();
BEGIN
    LOCK TABLE ledger.principal_role IN SHARE ROW EXCLUSIVE MODE;
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_reply := ledger_api.replay(v_item, 'role', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_login := v_command -> 'statement' ->> 'login';
        v_role := v_command -> 'statement' ->> 'role';
        v_grant := v_command -> 'statement' ->> 'action' = 'grant';
        INSERT INTO ledger.principal (login, kind)
        SELECT r.rolname, 'login' FROM pg_roles AS r WHERE r.rolname = v_login
        ON CONFLICT (login) DO NOTHING;
        SELECT id INTO v_principal FROM ledger.principal
        WHERE login = v_login AND kind = 'login';
        v_code := CASE
            WHEN v_principal IS NULL THEN 'LG601'
            WHEN v_grant = EXISTS (
                SELECT FROM ledger.principal_role AS r
                WHERE r.jurisdiction_id = v_jurisdiction AND r.principal_id = v_principal
                    AND r.role = v_role
            ) THEN CASE WHEN v_grant THEN 'LG602' ELSE 'LG603' END
            WHEN NOT v_grant AND v_role = 'owner' AND 1 = (
                SELECT count(*) FROM ledger.principal_role AS r
                WHERE r.jurisdiction_id = v_jurisdiction AND r.role = 'owner'
            ) THEN 'LG605'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'role', v_command, v_code, format('login %s, role %s', v_login, v_role)
            );
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('role', v_command, v_today, v_today);
        INSERT INTO ledger.role_change (
            jurisdiction_id, entry_id, principal_id, login, role, action
        ) VALUES (
            v_jurisdiction, v_entry, v_principal, v_login, v_role,
            v_command -> 'statement' ->> 'action'
        );
        IF v_grant THEN
            INSERT INTO ledger.principal_role (jurisdiction_id, principal_id, role, entry_id)
            VALUES (v_jurisdiction, v_principal, v_role, v_entry);
            EXECUTE format('GRANT %I TO %I', 'redress_' || v_role, v_login);
        ELSE
            DELETE FROM ledger.principal_role AS r
            WHERE r.jurisdiction_id = v_jurisdiction AND r.principal_id = v_principal
                AND r.role = v_role;
            IF NOT EXISTS (
                SELECT FROM ledger.principal_role AS r
                WHERE r.principal_id = v_principal AND r.role = v_role
            ) THEN
                EXECUTE format('REVOKE %I FROM %I', 'redress_' || v_role, v_login);
            END IF;
        END IF;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, v_login);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.change_roles IS
'Grants or revokes roles of the bound jurisdiction. statement: login, role, action.';
