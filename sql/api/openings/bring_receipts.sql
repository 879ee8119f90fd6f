-- Brings receipts of an opening into the books, all or none: those not banked yet with the shares
-- that they gave (p_item from 1, p_share from 0), and those that no debt took, with or without a
-- docket, which have none. Answers with what may not be brought in. Each keeps the day on which it
-- was received; what was banked already goes to the bank on a ticket of the opening.
CREATE FUNCTION ledger_api.bring_receipts(
    p_opening bigint,
    p_source text,
    p_numbers text[],
    p_references text[],
    p_received_on date[],
    p_amounts bigint[],
    p_methods text[],
    p_payers text[],
    p_is_deposited boolean[],
    p_item integer[],
    p_debt smallint[],
    p_share smallint[],
    p_cents bigint[]
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
    v_opening ledger.opening := ledger_api.opening_in_hand(p_opening);
    j integer := v_opening.jurisdiction_id;
    v_purse integer := (
        SELECT min(w.id) FROM ledger.purse AS w
        WHERE w.jurisdiction_id = j AND w.fund_id = v_opening.fund_id
    );
    v_docket_ids bigint[] := ARRAY(
        SELECT r.docket_id
        FROM unnest(p_references) WITH ORDINALITY AS u (reference, i)
        LEFT JOIN ledger.docket_reference AS r
            ON r.jurisdiction_id = j AND r.reference = u.reference
        ORDER BY u.i
    );
    v_ids bigint[];
    v_banked bigint;
    v_deposit bigint;
BEGIN
    RETURN QUERY SELECT * FROM ledger_api.judge_brought_receipts(
        v_opening, p_source, p_numbers, p_references, v_docket_ids, p_received_on, p_amounts,
        p_methods, p_payers, p_item, p_debt, p_share, p_cents
    );
    IF FOUND THEN
        RETURN;
    END IF;
    SELECT array_agg(nextval('ledger.entry_id')) INTO v_ids FROM unnest(p_numbers);
    PERFORM ledger_api.write_collections(
        j, ledger_api.bound_principal(), ledger_api.court_today(), clock_timestamp(),
        v_opening.cut_over, p_source, ARRAY(SELECT generate_subscripts(p_numbers, 1)), v_ids,
        NULL, NULL, v_docket_ids, p_received_on, p_amounts, p_numbers, p_methods, p_payers, NULL,
        array_fill(NULL::text, ARRAY[cardinality(p_numbers)]), NULL
    );
    PERFORM ledger_api.post_brought_shares(
        v_opening, 'undeposited', array_agg(v_ids[u.item]), array_agg(v_docket_ids[u.item]),
        array_agg(u.debt), array_agg(u.share), array_agg(u.cents), array_agg(false)
    )
    FROM unnest(p_item, p_debt, p_share, p_cents) AS u (item, debt, share, cents);
    INSERT INTO ledger.posting (
        jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
        amount_cents, posted_on
    )
    SELECT j, v_ids[u.i], 1, v_purse, d.id, c.id, u.cents, v_opening.cut_over
    FROM unnest(p_amounts) WITH ORDINALITY AS u (cents, i)
    JOIN ledger.account AS d
        ON d.jurisdiction_id = j AND d.fund_id = v_opening.fund_id AND d.role = 'undeposited'
    JOIN ledger.account AS c
        ON c.jurisdiction_id = j AND c.fund_id = v_opening.fund_id AND c.role = 'unapplied'
    WHERE u.i <> ALL (p_item);

    v_banked := (
        SELECT sum(u.cents) FROM unnest(p_amounts, p_is_deposited) AS u (cents, is_deposited)
        WHERE u.is_deposited
    );
    IF v_banked > 0 THEN
        v_deposit := ledger_api.write_entry('deposit', jsonb_build_object(
            'memo', 'opening', 'statement', jsonb_build_object('opening', v_opening.entry_id)
        ), v_opening.cut_over, v_opening.cut_over);
        INSERT INTO ledger.deposit (jurisdiction_id, entry_id, fund_id, ticket, amount_cents)
        VALUES (j, v_deposit, v_opening.fund_id, 'opening', v_banked);
        INSERT INTO ledger.deposit_receipt (jurisdiction_id, entry_id, receipt_id)
        SELECT j, v_deposit, u.id FROM unnest(v_ids, p_is_deposited) AS u (id, is_deposited)
        WHERE u.is_deposited;
        INSERT INTO ledger.posting (
            jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
            amount_cents, posted_on
        )
        SELECT j, v_deposit, 1, v_purse, d.id, c.id, v_banked, v_opening.cut_over
        FROM ledger.account AS d
        JOIN ledger.account AS c
            ON c.jurisdiction_id = j AND c.fund_id = d.fund_id AND c.role = 'undeposited'
        WHERE d.jurisdiction_id = j AND d.fund_id = v_opening.fund_id AND d.role = 'bank';
    END IF;
END $$;
COMMENT ON FUNCTION ledger_api.bring_receipts IS
'Brings receipts of an opening into the books, all or none; answers with what may not be.';
