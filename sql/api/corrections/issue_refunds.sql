-- Gives money back to a payer by check: first what is payable after a conviction was vacated, then
-- what no debt takes, less what a bank took back of it meanwhile. statement: proposal, which names
-- its amount, or docket, amount_cents (NULL: all), check_number (NULL: the next), payable_to,
-- effective_on. What recipients were sent of payable money comes back from funds of the same
-- jurisdiction as far as they have not obligated it; the rest is advanced by the general account,
-- 31 U.S.C. 1322(b)(2) for a federal court. A second person approves, and need not be a clerk.
CREATE FUNCTION ledger_api.issue_refunds(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver');
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_proposal bigint;
    v_refund jsonb;
    v_docket bigint;
    v_fund integer;
    v_purse integer;
    v_judged record;
    v_effective date;
    v_payable bigint;
    v_advance bigint;
    v_check bigint;
    v_posted date;
    v_code text;
    v_detail text;
    v_entry bigint;
BEGIN
    PERFORM ledger_api.lock_refund_books(j, ARRAY(
        SELECT (coalesce(p.statement::jsonb, c -> 'statement') ->> 'docket')::bigint
        FROM jsonb_array_elements(p_commands) AS c
        LEFT JOIN ledger.proposal AS p
            ON p.jurisdiction_id = j AND p.action = 'refund_issue'
            AND p.entry_id = (c -> 'statement' ->> 'proposal')::bigint
    ));
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_proposal := (v_command -> 'statement' ->> 'proposal')::bigint;
        IF v_proposal IS NULL THEN
            PERFORM ledger_api.require_role('clerk');
        END IF;
        v_code := CASE WHEN v_proposal IS NOT NULL
            THEN ledger_api.judge_proposal(j, v_proposal, 'refund_issue') END;
        v_reply := ledger_api.replay(v_item, 'refund', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_refund := CASE WHEN v_proposal IS NULL THEN v_command -> 'statement'
            WHEN v_code IS NULL THEN (
                SELECT p.statement::jsonb FROM ledger.proposal AS p
                WHERE p.jurisdiction_id = j AND p.entry_id = v_proposal
            ) END;
        v_docket := (v_refund ->> 'docket')::bigint;
        v_effective := (v_refund ->> 'effective_on')::date;
        SELECT k.fund_id INTO v_fund FROM ledger.docket AS k
        WHERE k.jurisdiction_id = j AND k.entry_id = v_docket;
        v_purse := ledger_api.lock_remitting_purses(j, v_fund);
        SELECT * INTO v_judged FROM ledger_api.judge_refund(j, v_refund) AS q;
        v_check := coalesce(
            (v_refund ->> 'check_number')::bigint, ledger_api.next_check_number(j, v_fund)
        );
        v_payable := least(v_judged.cents, v_judged.payable_cents);
        v_code := CASE
            WHEN v_code IS NOT NULL THEN v_code
            WHEN v_proposal IS NOT NULL AND v_refund ->> 'amount_cents' IS NULL THEN 'LG106'
            WHEN v_judged.code IS NOT NULL THEN v_judged.code
            WHEN v_proposal IS NULL AND v_judged.cents + ledger_api.refunded_alone(j, v_docket)
                >= ledger_api.refund_approval_cents() THEN 'LG331'
            WHEN v_judged.cents > ledger_api.role_balance(j, v_purse, 'bank')
                + ledger_api.advance_needed(j, v_purse, v_docket, v_payable) THEN 'LG407'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'refund', v_command, v_code, concat_ws(
                '; ', 'proposal ' || v_proposal,
                CASE WHEN v_docket IS NOT NULL THEN v_judged.detail END,
                CASE v_code WHEN 'LG331' THEN format(
                    'given back without a second person %s',
                    ledger_api.dollars(ledger_api.refunded_alone(j, v_docket))
                ) WHEN 'LG407' THEN 'in the bank '
                    || ledger_api.dollars(ledger_api.role_balance(j, v_purse, 'bank'))
                END
            ));
            CONTINUE;
        END IF;
        SELECT q.code, q.detail INTO v_code, v_detail
        FROM ledger_api.write_repayments(j, (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                'key', format('%s:repay:%s', v_command ->> 'key', o.recipient_id),
                'statement', jsonb_build_object(
                    'fund', v_fund, 'recipient', o.recipient_id, 'amount_cents', o.cents,
                    'effective_on', v_effective
                )
            ) ORDER BY o.recipient_id), '[]')
            FROM ledger_api.own_repayments(j, v_purse, v_payable) AS o
        )) AS q
        WHERE q.code IS NOT NULL
        LIMIT 1;
        IF v_code IS NOT NULL THEN
            PERFORM ledger.raise_refusal(v_code, v_detail);
        END IF;
        v_advance := ledger_api.advance_needed(j, v_purse, v_docket, v_payable);
        v_posted := ledger_api.posting_day(j, ARRAY[v_fund], v_effective);
        v_entry := ledger_api.write_entry(
            'refund', v_command, v_effective, v_posted, 'accepted', v_docket
        );
        INSERT INTO ledger.refund (
            jurisdiction_id, entry_id, docket_id, source, number, amount_cents
        )
        SELECT j, v_entry, v_docket, r.source, r.number, r.cents
        FROM ledger_api.refundable_receipts(j, v_docket, v_judged.cents - v_payable) AS r;
        INSERT INTO ledger.check_issued (
            jurisdiction_id, entry_id, fund_id, number, payable_to, amount_cents
        ) VALUES (
            j, v_entry, v_fund, v_check, v_refund ->> 'payable_to', v_judged.cents
        );
        IF v_proposal IS NOT NULL THEN
            PERFORM ledger_api.write_approval(j, v_entry, v_proposal);
        END IF;
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.move_drafts(j, v_purse, jsonb_build_array(
                jsonb_build_object('debit', 'bank', 'credit', 'refund_advance',
                    'cents', v_advance),
                jsonb_build_object('debit', 'refund_payable', 'credit', 'bank',
                    'cents', v_payable),
                jsonb_build_object('debit', 'unapplied', 'credit', 'bank',
                    'cents', v_judged.cents - v_payable)
            )), v_check::text
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.issue_refunds IS
'Gives money back to a payer by check: what is payable first, then what no debt takes.';
