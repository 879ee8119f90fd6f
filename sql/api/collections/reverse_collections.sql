-- Reverses collections, each by its mirror, cent for cent. statement: entry, reason, effective_on.
-- What a bank returned leaves the bank, where a deposit had brought it, and else the till. A void
-- is judged by itself: its memo is its reason.
CREATE FUNCTION ledger_api.reverse_collections(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
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
        PERFORM ledger_api.lock_dockets(j, ARRAY[v_original.docket_id]);
        PERFORM FROM ledger.purse AS w
        WHERE w.jurisdiction_id = j AND w.id IN (
            SELECT p.purse_id FROM ledger.posting AS p
            WHERE p.jurisdiction_id = j AND p.entry_id = v_original.id
        )
        ORDER BY w.id FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'reversal', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_original.id IS NULL THEN 'LG308'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today OR v_effective < v_original.effective_on THEN 'LG105'
            WHEN EXISTS (
                SELECT FROM ledger.journal_entry AS e
                WHERE e.jurisdiction_id = j AND e.reverses_entry_id = v_original.id
            ) THEN 'LG307'
            WHEN v_statement ->> 'reason' = 'void'
                THEN ledger_api.judge_void(v_original.id, v_command ->> 'memo')
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'reversal', v_command, v_code, format(
                'entry %s on %s', v_statement ->> 'entry', v_statement ->> 'effective_on'
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
        INSERT INTO ledger.posting (
            jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
            amount_cents, posted_on, debt_no, share_no
        )
        SELECT j, v_entry, p.line, p.purse_id, p.credit_account_id,
            coalesce(b.id, p.debit_account_id), p.amount_cents, v_posted, p.debt_no, p.share_no
        FROM ledger.posting AS p
        LEFT JOIN ledger.account AS u
            ON u.jurisdiction_id = j AND u.id = p.debit_account_id AND u.role = 'undeposited'
            AND v_statement ->> 'reason' IN ('returned_check', 'returned_ach')
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
COMMENT ON FUNCTION ledger_api.reverse_collections IS
'Reverses collections, each by its mirror. statement: entry, reason, effective_on.';
