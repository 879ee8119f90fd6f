-- Ends the waiting of unclaimed money: it is paid to its owner by another check, or turned over to
-- the state or the Treasury once the time of 28 U.S.C. 2042 or of the court's own policy, from the
-- day of the first check for the money, is over. Who voided a check does not draw the next one.
-- statement: check (the entry that drew the void one), paid_to (owner or escheat), check_number
-- (owner; NULL: the next), effective_on.
CREATE FUNCTION ledger_api.pay_unclaimed(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_days integer := ledger_api.policy_in_force('unclaimed_escheat_days')::integer;
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_check record;
    v_purse integer;
    v_number bigint;
    v_posted date;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            "check" bigint, paid_to text, check_number bigint, effective_on date
        );
        SELECT k.*, e.effective_on AS issued_on, e.docket_id, b.effective_on AS void_on,
            b.principal_id AS void_by
        INTO v_check
        FROM ledger.check_issued AS k
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = k.entry_id
        LEFT JOIN ledger.check_void AS x ON x.jurisdiction_id = j AND x.check_id = k.entry_id
        LEFT JOIN ledger.journal_entry AS b ON b.jurisdiction_id = j AND b.id = x.entry_id
        WHERE k.jurisdiction_id = j AND k.entry_id = v_said."check";
        v_purse := ledger_api.lock_remitting_purses(j, v_check.fund_id);
        v_reply := ledger_api.replay(v_item, 'unclaimed_payment', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_number := CASE v_said.paid_to WHEN 'owner' THEN coalesce(
            v_said.check_number, ledger_api.next_check_number(j, v_check.fund_id)
        ) END;
        v_code := CASE
            WHEN v_check.entry_id IS NULL THEN 'LG333'
            WHEN (v_said.paid_to IN ('owner', 'escheat')) IS NOT TRUE THEN 'LG108'
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_check.void_on IS NULL OR EXISTS (
                SELECT FROM ledger.unclaimed_payment AS u
                WHERE u.jurisdiction_id = j AND u.check_id = v_check.entry_id
            ) THEN 'LG337'
            WHEN v_said.effective_on > v_today OR v_said.effective_on < v_check.void_on
                THEN 'LG105'
            WHEN v_said.paid_to = 'owner' AND v_check.void_by = ledger_api.bound_principal()
                THEN 'LG406'
            WHEN v_said.paid_to = 'escheat' AND v_said.effective_on
                < ledger_api.first_drawn_on(v_check.entry_id) + v_days THEN 'LG336'
            WHEN v_number <= 0 OR EXISTS (
                SELECT FROM ledger.check_issued AS k
                WHERE k.jurisdiction_id = j AND k.fund_id = v_check.fund_id
                    AND k.number = v_number
            ) THEN 'LG416'
            WHEN v_check.amount_cents > ledger_api.role_balance(j, v_purse, 'bank') THEN 'LG407'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'unclaimed_payment', v_command, v_code, format(
                'check %s of %s, void since %s', v_check.number, v_check.issued_on,
                coalesce(v_check.void_on::text, 'no day')
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_check.fund_id], v_said.effective_on);
        v_entry := ledger_api.write_entry(
            'unclaimed_payment', v_command, v_said.effective_on, v_posted, 'accepted',
            v_check.docket_id
        );
        INSERT INTO ledger.unclaimed_payment (
            jurisdiction_id, entry_id, check_id, paid_to, amount_cents
        ) VALUES (j, v_entry, v_check.entry_id, v_said.paid_to, v_check.amount_cents);
        INSERT INTO ledger.check_issued (
            jurisdiction_id, entry_id, fund_id, number, payable_to, amount_cents
        )
        SELECT j, v_entry, v_check.fund_id, v_number, v_check.payable_to, v_check.amount_cents
        WHERE v_number IS NOT NULL;
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.move_drafts(j, v_purse, jsonb_build_array(
                jsonb_build_object(
                    'debit', 'unclaimed', 'credit', 'bank', 'cents', v_check.amount_cents
                )
            )), v_number::text
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.pay_unclaimed IS
'Ends the waiting of unclaimed money: paid to its owner, or turned over to the state or Treasury.';
