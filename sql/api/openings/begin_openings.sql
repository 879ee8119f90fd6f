-- Begins to bring in what a fund had in another system. statement: proposal (NULL only rehearses:
-- nothing can be kept), act: fund, cut_over, files (name: SHA-256 in hex), controls (file, measure,
-- lines, cents). The same transaction brings in the lines and closes the opening. The lock keeps
-- everybody else from posting into the fund meanwhile.
CREATE FUNCTION ledger_api.begin_openings(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver', 'owner');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_proposal bigint;
    v_act jsonb;
    v_proposed jsonb;
    v_fund integer;
    v_cut_over date;
    v_kind text;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_proposal := (v_command -> 'statement' ->> 'proposal')::bigint;
        v_act := v_command -> 'statement' -> 'act';
        v_fund := (v_act ->> 'fund')::integer;
        v_cut_over := (v_act ->> 'cut_over')::date;
        v_code := NULL;
        v_proposed := v_act;
        IF v_proposal IS NOT NULL THEN
            PERFORM ledger_api.require_role('approver', 'owner');
            v_code := ledger_api.judge_proposal(j, v_proposal, 'opening');
            SELECT p.statement::jsonb INTO v_proposed FROM ledger.proposal AS p
            WHERE p.jurisdiction_id = j AND p.entry_id = v_proposal AND p.action = 'opening';
        END IF;
        PERFORM pg_advisory_xact_lock(j, v_fund);
        v_reply := ledger_api.replay(v_item, 'opening', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT f.kind INTO v_kind FROM ledger.fund AS f
        WHERE f.jurisdiction_id = j AND f.id = v_fund;
        v_code := CASE
            WHEN v_code IS NOT NULL THEN v_code
            WHEN v_kind IS NULL OR v_kind NOT LIKE 'custodial%' THEN 'LG801'
            WHEN isfinite(v_cut_over) IS NOT TRUE THEN 'LG109'
            WHEN v_cut_over > v_today THEN 'LG105'
            WHEN v_act <> v_proposed THEN 'LG352'
            WHEN EXISTS (
                SELECT FROM ledger.opening AS o
                WHERE o.jurisdiction_id = j AND o.fund_id = v_fund
            ) THEN 'LG350'
            WHEN ledger_api.fund_is_used(j, v_fund) THEN 'LG351'
            WHEN EXISTS (
                SELECT FROM ledger.fund_period AS p
                WHERE p.jurisdiction_id = j AND p.fund_id = v_fund
                    AND p.closed_through >= v_cut_over
            ) THEN 'LG104'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'opening', v_command, v_code, concat_ws(
                '; ', format('fund %s, cut over on %s', (
                    SELECT f.code FROM ledger.fund AS f
                    WHERE f.jurisdiction_id = j AND f.id = v_fund
                ), v_cut_over),
                'proposal ' || v_proposal, CASE v_code WHEN 'LG352' THEN (
                    SELECT 'other than proposed: ' || string_agg(k.name, ', ' ORDER BY k.name)
                    FROM (
                        SELECT n.name FROM jsonb_object_keys(v_act || v_proposed) AS n (name)
                        WHERE n.name <> 'files'
                            AND v_act -> n.name IS DISTINCT FROM v_proposed -> n.name
                        UNION ALL
                        SELECT n.name FROM jsonb_object_keys(
                            (v_act -> 'files') || (v_proposed -> 'files')
                        ) AS n (name)
                        WHERE v_act -> 'files' ->> n.name
                            IS DISTINCT FROM v_proposed -> 'files' ->> n.name
                    ) AS k
                ) END
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('opening', v_command, v_cut_over, v_cut_over);
        INSERT INTO ledger.opening (jurisdiction_id, entry_id, fund_id, cut_over)
        VALUES (j, v_entry, v_fund, v_cut_over);
        INSERT INTO ledger.opening_file (jurisdiction_id, entry_id, name, digest)
        SELECT j, v_entry, f.key, decode(f.value, 'hex')
        FROM jsonb_each_text(v_act -> 'files') AS f;
        INSERT INTO ledger.opening_control (
            jurisdiction_id, entry_id, file, measure, line_count, amount_cents
        )
        SELECT j, v_entry, c.file, c.measure, c.lines, c.cents
        FROM jsonb_to_recordset(v_act -> 'controls')
            AS c (file text, measure text, lines bigint, cents bigint);
        IF v_proposal IS NOT NULL THEN
            PERFORM ledger_api.write_approval(j, v_entry, v_proposal);
        END IF;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_cut_over, NULL, v_cut_over::text);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.begin_openings IS
'Begins to bring in what a fund had in another system; the same transaction has to close it.';
