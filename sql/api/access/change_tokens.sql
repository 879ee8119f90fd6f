-- Issues or revokes service tokens. statement: label, role, action, hash (hex), expires_at.
CREATE FUNCTION ledger_api.change_tokens(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_jurisdiction integer := ledger_api.require_role('owner');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_statement jsonb;
    v_login text;
    v_issue boolean;
    v_token ledger.token;
    v_entry bigint;
BEGIN
    PERFORM FROM ledger.jurisdiction WHERE id = v_jurisdiction FOR UPDATE;
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_reply := ledger_api.replay(v_item, 'token', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_statement := v_command -> 'statement';
        v_issue := v_statement ->> 'action' = 'issue';
        v_login := format('token:%s:%s', v_jurisdiction, v_statement ->> 'label');
        SELECT t.* INTO v_token
        FROM ledger.token AS t JOIN ledger.principal AS p ON p.id = t.principal_id
        WHERE p.login = v_login;
        IF FOUND = v_issue THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'token', v_command, CASE WHEN v_issue THEN 'LG602' ELSE 'LG604' END,
                format('token %s', v_statement ->> 'label')
            );
            CONTINUE;
        END IF;
        IF v_issue THEN
            INSERT INTO ledger.principal (login, kind) VALUES (v_login, 'token')
            ON CONFLICT (login) DO NOTHING;
            v_token := ROW(
                decode(v_statement ->> 'hash', 'hex'), v_jurisdiction,
                (SELECT p.id FROM ledger.principal AS p WHERE p.login = v_login),
                v_statement ->> 'role', v_statement ->> 'expires_at'
            );
        END IF;
        v_entry := ledger_api.write_entry('token', v_command, v_today, v_today);
        INSERT INTO ledger.token_change (
            jurisdiction_id, entry_id, principal_id, token_hash, role, label, expires_at, action
        ) VALUES (
            v_jurisdiction, v_entry, v_token.principal_id, v_token.token_hash, v_token.role,
            v_statement ->> 'label', v_token.expires_at, v_statement ->> 'action'
        );
        IF v_issue THEN
            INSERT INTO ledger.token SELECT v_token.*;
        ELSE
            DELETE FROM ledger.token AS t WHERE t.token_hash = v_token.token_hash;
        END IF;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, v_statement ->> 'label');
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.change_tokens IS
'Issues or revokes service tokens. statement: label, role, action, hash (hex), expires_at.';
