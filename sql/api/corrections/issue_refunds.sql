-- Gives money back to a payer by check: first what is payable after a conviction was vacated, then
-- what no debt takes, less what a bank took back of it meanwhile. statement: proposal, or docket,
-- amount_cents (NULL: all), check_number (NULL: the next), payable_to, effective_on. What
-- recipients were sent of payable money and still owe is advanced by the general account,
-- 31 U.S.C. 1322(b)(2) for a federal court.
CREATE FUNCTION ledger_api.issue_refunds(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_proposal bigint;
    v_said record;
    v_fund integer;
    v_purse integer;
    v_payable bigint;
    v_unapplied bigint;
    v_cents bigint;
    v_advance bigint;
    v_check bigint;
    v_posted date;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_proposal := (v_command -> 'statement' ->> 'proposal')::bigint;
        v_code := CASE WHEN v_proposal IS NOT NULL
            THEN ledger_api.judge_proposal(j, v_proposal, 'refund_issue') END;
        SELECT s.* INTO v_said FROM (SELECT) AS x LEFT JOIN (
            SELECT s.* FROM (
                SELECT v_command -> 'statement' AS facts WHERE v_proposal IS NULL
                UNION ALL
                SELECT p.statement::jsonb FROM ledger.proposal AS p
                WHERE p.jurisdiction_id = j AND p.entry_id = v_proposal AND v_code IS NULL
            ) AS f
            CROSS JOIN LATERAL jsonb_to_record(f.facts) AS s (
                docket bigint, amount_cents bigint, check_number bigint, payable_to text,
                effective_on date
            )
        ) AS s ON true;
        PERFORM ledger_api.lock_dockets(j, ARRAY[v_said.docket]);
        SELECT k.fund_id INTO v_fund FROM ledger.docket AS k
        WHERE k.jurisdiction_id = j AND k.entry_id = v_said.docket;
        v_purse := ledger_api.lock_remitting_purses(j, v_fund);
        v_reply := ledger_api.replay(v_item, 'refund', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_payable := ledger_api.docket_money(j, v_said.docket, 'refund_payable');
        v_unapplied := ledger_api.docket_money(j, v_said.docket, 'unapplied');
        v_cents := coalesce(v_said.amount_cents, v_payable + v_unapplied);
        v_check := coalesce(v_said.check_number, ledger_api.next_check_number(j, v_fund));
        v_advance := ledger_api.advance_needed(j, v_purse, least(v_cents, v_payable));
        v_code := CASE
            WHEN v_code IS NOT NULL THEN v_code
            WHEN v_fund IS NULL THEN 'LG201'
            WHEN v_said.amount_cents <= 0 THEN 'LG106'
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN coalesce(length(v_said.payable_to), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
            WHEN v_cents <= 0 OR v_cents > v_payable + v_unapplied THEN 'LG330'
            WHEN v_proposal IS NULL AND v_cents >= ledger_api.refund_approval_cents()
                THEN 'LG331'
            WHEN v_check <= 0 OR EXISTS (
                SELECT FROM ledger.check_issued AS k
                WHERE k.jurisdiction_id = j AND k.fund_id = v_fund AND k.number = v_check
            ) THEN 'LG416'
            WHEN v_cents > ledger_api.role_balance(j, v_purse, 'bank') + v_advance THEN 'LG407'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'refund', v_command, v_code, concat_ws(
                '; ', format('%s cents of docket %s, payable %s and unapplied %s cents', v_cents,
                    v_said.docket, v_payable, v_unapplied),
                CASE WHEN v_proposal IS NOT NULL THEN format('proposal %s', v_proposal) END,
                CASE v_code WHEN 'LG416' THEN format('check %s', v_check) END
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_fund], v_said.effective_on);
        v_entry := ledger_api.write_entry(
            'refund', v_command, v_said.effective_on, v_posted, 'accepted', v_said.docket
        );
        INSERT INTO ledger.refund (
            jurisdiction_id, entry_id, docket_id, source, number, amount_cents
        )
        SELECT j, v_entry, v_said.docket, r.source, r.number, r.cents
        FROM ledger_api.refundable_receipts(j, v_said.docket, v_cents - v_payable) AS r;
        INSERT INTO ledger.check_issued (
            jurisdiction_id, entry_id, fund_id, number, payable_to, amount_cents
        ) VALUES (j, v_entry, v_fund, v_check, v_said.payable_to, v_cents);
        IF v_proposal IS NOT NULL THEN
            PERFORM ledger_api.write_approval(j, v_entry, v_proposal);
        END IF;
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.move_drafts(j, v_purse, jsonb_build_array(
                jsonb_build_object('debit', 'bank', 'credit', 'refund_advance',
                    'cents', v_advance),
                jsonb_build_object('debit', 'refund_payable', 'credit', 'bank',
                    'cents', least(v_cents, v_payable)),
                jsonb_build_object('debit', 'unapplied', 'credit', 'bank',
                    'cents', v_cents - v_payable)
            )), v_check::text
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.issue_refunds IS
'Gives money back to a payer by check: what is payable first, then what no debt takes.';
