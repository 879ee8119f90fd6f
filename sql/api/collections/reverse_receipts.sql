-- The routine behind all that takes receipts back, for these reasons. What a deposit had brought to
-- the bank leaves the bank, what not, the till; a receipt that only moves takes nothing along.
CREATE FUNCTION ledger_api.reverse_receipts(j integer, p_commands jsonb, p_reasons text[])
RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_today date := ledger_api.court_today();
    v_receipts bigint[];
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_original record;
    v_effective date;
    v_posted date;
    v_code text;
    v_entry bigint;
BEGIN
    v_receipts := ARRAY(
        SELECT (c -> 'statement' ->> 'entry')::bigint FROM jsonb_array_elements(p_commands) AS c
    );
    PERFORM ledger_api.lock_dockets(j, ARRAY(
        SELECT e.docket_id FROM ledger.journal_entry AS e
        WHERE e.jurisdiction_id = j AND e.id = ANY (v_receipts)
    ));
    PERFORM FROM ledger.purse AS w
    WHERE w.jurisdiction_id = j AND w.id IN (
        SELECT p.purse_id FROM ledger.posting AS p
        WHERE p.jurisdiction_id = j AND p.entry_id = ANY (v_receipts)
    )
    ORDER BY w.id FOR UPDATE;
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_effective := (v_statement ->> 'effective_on')::date;
        SELECT e.id, e.docket_id, e.kind, e.outcome, e.effective_on, e.authority_id,
            c.number INTO v_original
        FROM ledger.journal_entry AS e
        JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = e.id
        WHERE e.jurisdiction_id = j AND e.id = (v_statement ->> 'entry')::bigint;
        v_reply := ledger_api.replay(v_item, 'reversal', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN (v_statement ->> 'reason' = ANY (p_reasons)) IS NOT TRUE THEN 'LG312'
            WHEN v_original.id IS NULL THEN 'LG308'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today OR v_effective < v_original.effective_on THEN 'LG105'
            WHEN EXISTS (
                SELECT FROM ledger.journal_entry AS e
                WHERE e.jurisdiction_id = j AND e.reverses_entry_id = v_original.id
            ) THEN 'LG307'
            -- Only money that no docket had is identified, and only such that one had is moved.
            WHEN (v_statement ->> 'reason') IN ('misapplied', 'reapplied', 'identified')
                AND (v_statement ->> 'reason' = 'identified')
                    <> (v_original.docket_id IS NULL) THEN 'LG312'
            WHEN v_statement ->> 'reason' = 'void'
                THEN ledger_api.judge_void(v_original.id, v_command ->> 'memo')
            WHEN v_statement ->> 'reason' = 'duplicate' THEN ledger_api.judge_double(
                v_original.id, (v_statement ->> 'doubles')::bigint
            )
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'reversal', v_command, v_code, format(
                'entry %s on %s: %s', v_statement ->> 'entry', v_statement ->> 'effective_on',
                coalesce(v_statement ->> 'reason', 'no reason')
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY(
            SELECT DISTINCT w.fund_id
            FROM ledger.posting AS p
            JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = p.purse_id
            WHERE p.jurisdiction_id = j AND p.entry_id = v_original.id
        ), v_effective);
        v_entry := ledger_api.write_entry(
            'reversal', v_command, v_effective, v_posted, 'accepted', v_original.docket_id,
            v_original.authority_id, v_original.id
        );
        INSERT INTO ledger.reversal (jurisdiction_id, entry_id, reverses_entry_id, reason)
        VALUES (j, v_entry, v_original.id, v_statement ->> 'reason');
        INSERT INTO ledger.doubled_receipt (jurisdiction_id, entry_id, doubles_entry_id)
        SELECT j, v_entry, (v_statement ->> 'doubles')::bigint
        WHERE v_statement ->> 'reason' = 'duplicate';
        INSERT INTO ledger.posting (
            jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
            amount_cents, posted_on, debt_no, share_no
        )
        SELECT j, v_entry, p.line, p.purse_id, p.credit_account_id,
            coalesce(b.id, p.debit_account_id), p.amount_cents, v_posted, p.debt_no, p.share_no
        FROM ledger.posting AS p
        LEFT JOIN ledger.account AS u
            ON u.jurisdiction_id = j AND u.id = p.debit_account_id AND u.role = 'undeposited'
            AND v_statement ->> 'reason' NOT IN ('misapplied', 'identified', 'reapplied')
            AND ledger_api.ticket_of(v_original.id) IS NOT NULL
        LEFT JOIN ledger.account AS b
            ON b.jurisdiction_id = j AND b.fund_id = u.fund_id AND b.role = 'bank'
        WHERE p.jurisdiction_id = j AND p.entry_id = v_original.id;
        PERFORM ledger_api.add_to_debts(
            j, array_agg(v_original.docket_id), array_agg(p.debt_no), array_agg(p.share_no),
            array_agg(-p.amount_cents)
        )
        FROM ledger.posting AS p
        JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = v_original.docket_id
        JOIN ledger.purse AS w
            ON w.jurisdiction_id = j AND w.id = p.purse_id AND w.fund_id = k.fund_id
        WHERE p.jurisdiction_id = j AND p.entry_id = v_original.id AND p.share_no IS NOT NULL;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_posted, NULL, v_original.number);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.reverse_receipts IS
'The routine behind all that takes receipts back, for these reasons.';
