-- Takes imports back as a whole when another person proposed it: each receipt by its mirror, each
-- debt by vacating it.
-- statement: import, proposal, whose own statement names the same import. All of it or nothing.
CREATE FUNCTION ledger_api.undo_imports(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_proposal bigint;
    v_import bigint;
    v_kind text;
    v_receipts bigint[];
    v_debts jsonb;
    v_code text;
    v_detail text;
    v_entry bigint;
BEGIN
    PERFORM ledger_api.lock_dockets(j, ARRAY(
        SELECT d.docket_id
        FROM jsonb_array_elements(p_commands) AS c
        CROSS JOIN LATERAL (
            SELECT s.docket_id
            FROM ledger_api.standing_receipts(j, (c -> 'statement' ->> 'import')::bigint) AS s
            UNION
            SELECT b.docket_id
            FROM ledger_api.imported_debts(j, (c -> 'statement' ->> 'import')::bigint) AS b
        ) AS d
    ));
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_proposal := (v_command -> 'statement' ->> 'proposal')::bigint;
        SELECT p.entry_id, (p.statement::jsonb ->> 'import')::bigint
        INTO v_proposal, v_import
        FROM ledger.proposal AS p
        WHERE p.jurisdiction_id = j AND p.entry_id = v_proposal AND p.action = 'undo_import'
            AND p.statement::jsonb ->> 'import' = v_command -> 'statement' ->> 'import';
        SELECT b.kind INTO v_kind FROM ledger.import_batch AS b
        WHERE b.jurisdiction_id = j AND b.entry_id = v_import;
        v_receipts := ARRAY(
            SELECT s.entry_id FROM ledger_api.standing_receipts(j, v_import) AS s
            ORDER BY s.entry_id DESC
        );
        PERFORM FROM ledger.purse AS w
        WHERE w.jurisdiction_id = j AND w.id IN (
            SELECT p.purse_id FROM ledger.posting AS p
            WHERE p.jurisdiction_id = j AND p.entry_id = ANY (v_receipts)
        )
        ORDER BY w.id FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'import_undo', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_detail := ledger_api.money_moved_on(j, v_receipts);
        v_code := coalesce(ledger_api.judge_proposal(j, v_proposal, 'undo_import'), CASE
            WHEN v_kind IS NULL THEN 'LG346'
            WHEN EXISTS (
                SELECT FROM ledger.import_undo AS u
                WHERE u.jurisdiction_id = j AND u.import_id = v_import
            ) THEN 'LG347'
            WHEN v_kind = 'docket' AND EXISTS (
                SELECT FROM ledger_api.imported_debts(j, v_import) AS d WHERE d.is_built_upon
            ) THEN 'LG349'
            WHEN v_detail IS NOT NULL THEN 'LG348'
        END);
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'import_undo', v_command, v_code,
                coalesce(CASE v_code WHEN 'LG348' THEN v_detail END, format(
                    'proposal %s, import %s', v_proposal, v_import
                ))
            );
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('import_undo', v_command, v_today, v_today);
        INSERT INTO ledger.import_undo (jurisdiction_id, entry_id, import_id)
        VALUES (j, v_entry, v_import);
        PERFORM ledger_api.write_approval(j, v_entry, v_proposal);
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'key', format('import-undo:%s:%s:%s', v_entry, d.docket_id, d.debt_no),
            'statement', jsonb_build_object(
                'docket', d.docket_id, 'debt', d.debt_no, 'reason', 'vacated',
                'amount_cents', -d.owed_cents, 'order', format('import %s undone', v_import),
                'effective_on', v_today, 'authority', NULL
            )
        ) ORDER BY d.docket_id, d.debt_no), '[]') INTO v_debts
        FROM ledger_api.imported_debts(j, v_import) AS d;
        SELECT r.code, r.detail INTO v_code, v_detail
        FROM (
            SELECT q.code, q.detail FROM ledger_api.reverse_receipts(j, (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'key', format('import-undo:%s:%s', v_entry, u.id),
                    'statement', jsonb_build_object(
                        'effective_on', v_today, 'entry', u.id, 'reason', 'import_undone'
                    )
                ) ORDER BY u.i), '[]')
                FROM unnest(v_receipts) WITH ORDINALITY AS u (id, i)
            ), '{import_undone}') AS q
            UNION ALL
            SELECT q.code, q.detail FROM ledger_api.write_changes(j, v_debts, true) AS q
        ) AS r
        WHERE r.code IS NOT NULL
        ORDER BY r.code
        LIMIT 1;
        IF v_code IS NOT NULL THEN
            PERFORM ledger.raise_refusal(v_code, v_detail);
        END IF;
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_today, NULL,
            (cardinality(v_receipts) + jsonb_array_length(v_debts))::text
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.undo_imports IS
'Takes imports back as a whole, each receipt by its mirror, when another person proposed it.';
