-- Approves what another person proposed to write off a debt, or to take back (0). Nothing is
-- posted: the debt stays owed, and a payment still applies to it. statement: proposal, whose own
-- statement is docket, debt and amount_cents, which is all that is written off now.
CREATE FUNCTION ledger_api.write_off_debts(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('approver');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_proposal bigint;
    v_proposed jsonb;
    v_reply ledger_api.reply;
    v_debt record;
    v_cents bigint;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_proposal := (v_command -> 'statement' ->> 'proposal')::bigint;
        v_proposed := (
            SELECT p.statement FROM ledger.proposal AS p
            WHERE p.jurisdiction_id = j AND p.entry_id = v_proposal AND p.action = 'write_off'
        );
        v_cents := (v_proposed ->> 'amount_cents')::bigint;
        PERFORM ledger_api.lock_dockets(j, ARRAY[(v_proposed ->> 'docket')::bigint]);
        SELECT s.* INTO v_debt FROM ledger_api.debt_standing(
            j, (v_proposed ->> 'docket')::bigint, (v_proposed ->> 'debt')::smallint
        ) AS s;
        v_code := ledger_api.judge_proposal(j, v_proposal, 'write_off');
        v_reply := ledger_api.replay(v_item, 'write_off', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_code IS NOT NULL THEN v_code
            WHEN v_debt.docket_id IS NULL THEN 'LG201'
            WHEN v_debt.debt_no IS NULL THEN 'LG203'
            WHEN (v_cents BETWEEN 0 AND v_debt.owed_cents - v_debt.applied_cents) IS NOT TRUE
                THEN 'LG227'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'write_off', v_command, v_code, format(
                'proposal %s: docket %s, debt %s, %s; owed %s, applied %s', v_proposal,
                v_proposed ->> 'docket', v_proposed ->> 'debt', ledger_api.dollars(v_cents),
                ledger_api.dollars(v_debt.owed_cents), ledger_api.dollars(v_debt.applied_cents)
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry(
            'write_off', v_command, v_today, v_today, 'accepted', v_debt.docket_id,
            v_debt.authority_id
        );
        INSERT INTO ledger.write_off (jurisdiction_id, entry_id, docket_id, debt_no, amount_cents)
        VALUES (j, v_entry, v_debt.docket_id, v_debt.debt_no, v_cents);
        PERFORM ledger_api.write_approval(j, v_entry, v_proposal);
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.write_off_debts IS
'Approves what another person proposed to write off a debt, or to take back.';
