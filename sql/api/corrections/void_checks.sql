-- Voids checks that will not be paid: their money waits, unclaimed. statement: check (the entry
-- that drew it), reason (stale, lost or stopped), effective_on.
CREATE FUNCTION ledger_api.void_checks(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_days integer := ledger_api.policy_in_force('stale_check_days')::integer;
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_check record;
    v_purse integer;
    v_posted date;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            "check" bigint, reason text, effective_on date
        );
        SELECT k.*, e.effective_on AS issued_on, e.docket_id INTO v_check
        FROM ledger.check_issued AS k
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = k.entry_id
        WHERE k.jurisdiction_id = j AND k.entry_id = v_said."check";
        v_purse := ledger_api.lock_remitting_purses(j, v_check.fund_id);
        v_reply := ledger_api.replay(v_item, 'check_void', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_check.entry_id IS NULL THEN 'LG333'
            WHEN (v_said.reason IN ('stale', 'lost', 'stopped')) IS NOT TRUE THEN 'LG108'
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_said.effective_on > v_today OR v_said.effective_on < v_check.issued_on
                THEN 'LG105'
            WHEN EXISTS (
                SELECT FROM ledger.check_void AS x
                WHERE x.jurisdiction_id = j AND x.check_id = v_check.entry_id
            ) THEN 'LG334'
            WHEN ledger_api.cleared_on(v_check.entry_id) IS NOT NULL THEN 'LG360'
            WHEN v_said.reason = 'stale' AND v_said.effective_on < v_check.issued_on + v_days
                THEN 'LG335'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'check_void', v_command, v_code, format(
                'check %s of %s, %s on %s', v_check.number, v_check.issued_on, v_said.reason,
                v_said.effective_on
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_check.fund_id], v_said.effective_on);
        v_entry := ledger_api.write_entry(
            'check_void', v_command, v_said.effective_on, v_posted, 'accepted',
            v_check.docket_id
        );
        INSERT INTO ledger.check_void (
            jurisdiction_id, entry_id, check_id, reason, amount_cents
        ) VALUES (j, v_entry, v_check.entry_id, v_said.reason, v_check.amount_cents);
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.move_drafts(j, v_purse, jsonb_build_array(
                jsonb_build_object(
                    'debit', 'bank', 'credit', 'unclaimed', 'cents', v_check.amount_cents
                )
            )), v_check.number::text
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.void_checks IS
'Voids checks that will not be paid: their money waits, unclaimed.';
