-- The routine behind all that recipients give back, by itself or for a refund.
CREATE FUNCTION ledger_api.write_repayments(j integer, p_commands jsonb)
RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_purse integer;
    v_own record;
    v_recipient ledger.recipient;
    v_owed bigint;
    v_posted date;
    v_entry bigint;
    v_code text;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            fund integer, recipient integer, amount_cents bigint, effective_on date
        );
        v_purse := ledger_api.lock_remitting_purses(j, v_said.fund);
        v_reply := ledger_api.replay(v_item, 'repayment', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT r.* INTO v_recipient FROM ledger.recipient AS r
        WHERE r.jurisdiction_id = j AND r.id = v_said.recipient;
        SELECT w.id, w.fund_id, ledger_api.role_balance(j, w.id, 'cash') AS cash,
            ledger_api.role_balance(j, w.id, CASE f.kind WHEN 'federal' THEN 'unapportioned'
                ELSE 'available' END) AS free
        INTO v_own
        FROM ledger.purse AS w
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE w.jurisdiction_id = j AND w.id = v_recipient.own_purse_id;
        v_owed := -coalesce((
            SELECT b.cents FROM ledger_api.due_batches(
                j, v_said.fund, v_said.effective_on, coalesce(v_said.recipient, 0)
            ) AS b
        ), 0);
        v_code := CASE
            WHEN (v_said.amount_cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN v_purse IS NULL THEN 'LG801'
            WHEN v_recipient.id IS NULL THEN 'LG803'
            WHEN v_said.amount_cents > v_owed THEN 'LG414'
            WHEN v_said.amount_cents > least(v_own.cash, v_own.free) THEN 'LG407'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'repayment', v_command, v_code, format(
                '%s, owed by %s %s', ledger_api.dollars(v_said.amount_cents),
                coalesce(v_recipient.code, 'nobody'), ledger_api.dollars(v_owed)
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(
            j, ARRAY[v_said.fund, v_own.fund_id], v_said.effective_on
        );
        v_entry := ledger_api.write_entry(
            'repayment', v_command, v_said.effective_on, v_posted
        );
        INSERT INTO ledger.repayment (jurisdiction_id, entry_id, recipient_id, amount_cents)
        VALUES (j, v_entry, v_recipient.id, v_said.amount_cents);
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.remittance_postings(
                j, v_purse, v_recipient.id, -v_said.amount_cents
            ), v_recipient.code
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.write_repayments IS
'The routine behind all that recipients give back, by itself or for a refund.';
