-- Releases statements from quarantine; another person must do so than who imported them.
-- statement: statement, reason, supersedes (a statement of the account that stands, or nothing).
-- What stood under the same name is superseded too. Locks the bank account.
CREATE FUNCTION ledger_api.release_statements(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_row ledger.statement;
    v_instead ledger.statement;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_row FROM ledger.statement AS s
        WHERE s.jurisdiction_id = j
            AND s.entry_id = (v_command -> 'statement' ->> 'statement')::bigint;
        PERFORM FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j AND b.entry_id = v_row.bank_account_id FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'statement_release', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT * INTO v_instead FROM ledger.statement AS s
        WHERE s.jurisdiction_id = j AND s.bank_account_id = v_row.bank_account_id
            AND s.entry_id = (v_command -> 'statement' ->> 'supersedes')::bigint
            AND s.entry_id < v_row.entry_id
            AND ledger_api.statement_status(j, s) <> 'superseded';
        v_code := CASE
            WHEN v_row.entry_id IS NULL THEN 'LG907'
            WHEN ledger_api.statement_status(j, v_row) <> 'quarantined' THEN 'LG908'
            WHEN coalesce(length(v_command -> 'statement' ->> 'reason'), 0) NOT BETWEEN 1 AND 200
                THEN 'LG108'
            WHEN v_instead.entry_id IS NULL AND v_command -> 'statement' ->> 'supersedes'
                IS NOT NULL THEN 'LG907'
            WHEN EXISTS (
                SELECT FROM ledger.journal_entry AS e
                WHERE e.jurisdiction_id = j AND e.id = v_row.entry_id
                    AND e.principal_id = ledger_api.bound_principal()
            ) THEN 'LG406'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'statement_release', v_command, v_code, CASE v_code
                WHEN 'LG907' THEN 'an older statement of the account that stands can be superseded'
                WHEN 'LG908' THEN ledger_api.statement_status(j, v_row)
                WHEN 'LG108' THEN 'reason'
                ELSE 'who imported a statement does not release it' END
            );
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('statement_release', v_command, v_today, v_today);
        INSERT INTO ledger.statement_change (
            jurisdiction_id, entry_id, statement_id, change, reason
        ) VALUES (j, v_entry, v_row.entry_id, 'released', v_command -> 'statement' ->> 'reason');
        PERFORM ledger_api.supersede_statements(j, v_entry, v_row.entry_id);
        INSERT INTO ledger.statement_change (
            jurisdiction_id, entry_id, statement_id, change, by_statement_id
        )
        SELECT j, v_entry, v_instead.entry_id, 'superseded', v_row.entry_id
        WHERE v_instead.entry_id IS NOT NULL
        ON CONFLICT DO NOTHING;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.release_statements IS
'Releases statements from quarantine; another person must do so than who imported them.';
