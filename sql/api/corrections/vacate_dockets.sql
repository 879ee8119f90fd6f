-- Vacates a conviction, which two persons do. statement: proposal, whose own statement says what
-- was owed on each debt of the docket (owed) and what of them falls (falls); of books that moved
-- since it vacates nothing. All of it or nothing.
CREATE FUNCTION ledger_api.vacate_dockets(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_proposal bigint;
    v_said record;
    v_fund integer;
    v_posted date;
    v_code text;
    v_entry bigint;
    v_detail text;
    v_proposals bigint[] := ARRAY(
        SELECT (c -> 'statement' ->> 'proposal')::bigint FROM jsonb_array_elements(p_commands) AS c
    );
BEGIN
    PERFORM ledger_api.lock_dockets(j, ARRAY(
        SELECT (p.statement::jsonb ->> 'docket')::bigint FROM ledger.proposal AS p
        WHERE p.jurisdiction_id = j AND p.entry_id = ANY (v_proposals)
            AND p.action = 'docket_vacate'
    ));
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_proposal := (v_command -> 'statement' ->> 'proposal')::bigint;
        v_code := ledger_api.judge_proposal(j, v_proposal, 'docket_vacate');
        v_reply := ledger_api.replay(v_item, 'vacatur', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT s.* INTO v_said FROM (SELECT) AS x LEFT JOIN (
            SELECT s.* FROM ledger.proposal AS p
            CROSS JOIN LATERAL jsonb_to_record(p.statement::jsonb) AS s (
                docket bigint, order_reference text, effective_on date, owed jsonb, falls jsonb
            )
            WHERE p.jurisdiction_id = j AND p.entry_id = v_proposal AND v_code IS NULL
        ) AS s ON true;
        SELECT k.fund_id INTO v_fund FROM ledger.docket AS k
        WHERE k.jurisdiction_id = j AND k.entry_id = v_said.docket;
        v_code := CASE
            WHEN v_code IS NOT NULL THEN v_code
            WHEN v_fund IS NULL THEN 'LG201'
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN coalesce(length(v_said.order_reference), 0) NOT BETWEEN 1 AND 60 THEN 'LG223'
            WHEN v_said.falls IS NULL OR v_said.owed IS DISTINCT FROM (
                SELECT coalesce(jsonb_agg(
                    jsonb_build_object('debt', t.debt_no, 'cents', t.owed_cents)
                    ORDER BY t.debt_no
                ), '[]')
                FROM ledger.debt_total AS t
                WHERE t.jurisdiction_id = j AND t.docket_id = v_said.docket
            ) THEN 'LG314'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'vacatur', v_command, v_code, format('proposal %s', v_proposal)
            );
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_fund], v_said.effective_on);
        v_entry := ledger_api.write_entry(
            'vacatur', v_command, v_said.effective_on, v_posted, 'accepted', v_said.docket
        );
        INSERT INTO ledger.vacatur (jurisdiction_id, entry_id, docket_id, order_reference)
        VALUES (j, v_entry, v_said.docket, v_said.order_reference);
        PERFORM ledger_api.write_approval(j, v_entry, v_proposal);
        SELECT q.code, q.detail INTO v_code, v_detail
        FROM ledger_api.write_changes(j, (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                'key', format('vacatur:%s:%s', v_entry, f.debt),
                'statement', jsonb_build_object(
                    'docket', v_said.docket, 'debt', f.debt, 'reason', 'vacated',
                    'amount_cents', -f.cents, 'order', v_said.order_reference,
                    'effective_on', v_said.effective_on, 'authority', NULL
                )
            ) ORDER BY f.debt), '[]')
            FROM jsonb_to_recordset(v_said.falls) AS f (debt smallint, cents bigint)
        ), true) AS q
        WHERE q.code IS NOT NULL
        LIMIT 1;
        IF v_code IS NOT NULL THEN
            PERFORM ledger.raise_refusal(v_code, v_detail);
        END IF;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_posted, NULL, v_said.order_reference);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.vacate_dockets IS
'Vacates a conviction, which two persons do, and what falls of its debts.';
