-- Brings undeposited receipts to the bank, whole. statement: fund, ticket, effective_on; what goes
-- along: till and receipts (numbers), or till, or neither, and through (a day); amount_cents is
-- what the ticket says, if it was stated.
CREATE FUNCTION ledger_api.record_deposits(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_stated bigint;
    v_effective date;
    v_posted date;
    v_receipts bigint[];
    v_closes bigint[];
    v_cents bigint;
    v_undeposited bigint;
    v_bad_receipt text;
    v_code text;
    v_entry bigint;
    v_purse record;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := jsonb_strip_nulls(v_command -> 'statement');
        v_stated := (v_statement ->> 'amount_cents')::bigint;
        v_effective := (v_statement ->> 'effective_on')::date;
        SELECT w.*, f.kind AS fund_kind INTO v_purse
        FROM ledger.purse AS w
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE w.jurisdiction_id = j AND w.id = (
            SELECT min(p.id) FROM ledger.purse AS p
            WHERE p.jurisdiction_id = j AND p.fund_id = (v_statement ->> 'fund')::integer
        )
        FOR UPDATE OF w;
        v_undeposited := ledger_api.role_balance(j, v_purse.id, 'undeposited');
        v_reply := ledger_api.replay(v_item, 'deposit', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT array_agg(q.receipt_id) FILTER (WHERE q.receipt_id IS NOT NULL),
            array_agg(q.close_id) FILTER (WHERE q.close_id IS NOT NULL),
            coalesce(sum(q.amount_cents), 0)
        INTO v_receipts, v_closes, v_cents
        FROM ledger_api.deposit_selection(v_purse.fund_id, v_statement) AS q;
        v_bad_receipt := ledger_api.judge_deposit_receipts(
            v_statement, coalesce(v_receipts, '{}')
        );
        v_code := CASE
            WHEN v_stated <= 0 THEN 'LG106'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today THEN 'LG105'
            WHEN v_purse.id IS NULL OR v_purse.fund_kind NOT LIKE 'custodial%' THEN 'LG801'
            WHEN coalesce(length(v_statement ->> 'ticket'), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
            WHEN v_bad_receipt IS NOT NULL THEN 'LG325'
            WHEN v_cents <= 0 THEN 'LG324'
            WHEN v_stated <> v_cents THEN 'LG328'
            WHEN v_cents > v_undeposited THEN 'LG409'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'deposit', v_command, v_code, CASE v_code
                    WHEN 'LG325' THEN v_bad_receipt
                    WHEN 'LG328' THEN format(
                        'stated %s, receipts %s, difference %s', ledger_api.dollars(v_stated),
                        ledger_api.dollars(v_cents), ledger_api.dollars(v_stated - v_cents)
                    )
                    ELSE format('%s, undeposited %s', ledger_api.dollars(v_cents),
                        ledger_api.dollars(v_undeposited))
                END
            );
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_purse.fund_id], v_effective);
        v_entry := ledger_api.write_entry('deposit', v_command, v_effective, v_posted);
        INSERT INTO ledger.deposit (jurisdiction_id, entry_id, fund_id, ticket, amount_cents)
        VALUES (j, v_entry, v_purse.fund_id, v_statement ->> 'ticket', v_cents);
        INSERT INTO ledger.deposit_receipt (jurisdiction_id, entry_id, receipt_id)
        SELECT j, v_entry, u.id FROM unnest(v_receipts) AS u (id);
        INSERT INTO ledger.deposit_difference (jurisdiction_id, entry_id, close_id)
        SELECT j, v_entry, u.id FROM unnest(v_closes) AS u (id);
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, jsonb_build_array(jsonb_build_object(
                'purse', v_purse.id, 'cents', v_cents,
                'debit', ledger_api.account_of(j, v_purse.fund_id, 'bank'),
                'credit', ledger_api.account_of(j, v_purse.fund_id, 'undeposited')
            )), v_statement ->> 'ticket'
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.record_deposits IS
'Brings undeposited receipts to the bank, whole.';
