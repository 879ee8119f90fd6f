-- Brings checks of an opening that no bank has paid yet, all or none: their money has left the book
-- balance of the bank already, so they move nothing. Answers with what may not be brought in.
CREATE FUNCTION ledger_api.bring_checks(
    p_opening bigint,
    p_numbers bigint[],
    p_payable_to text[],
    p_issued_on date[],
    p_amounts bigint[],
    p_kinds text[]
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_opening ledger.opening := ledger_api.opening_in_hand(p_opening);
    j integer := v_opening.jurisdiction_id;
    v_ids bigint[];
    v_principal integer := ledger_api.bound_principal();
BEGIN
    RETURN QUERY
    SELECT q.i::integer, q.code, format(
        'check %s of %s on %s, payable to %s', q.number, ledger_api.dollars(q.amount),
        q.issued_on, q.payable_to
    )
    FROM (
        SELECT u.*, CASE
            WHEN isfinite(u.issued_on) IS NOT TRUE THEN 'LG109'
            WHEN u.issued_on > v_opening.cut_over THEN 'LG105'
            WHEN (u.amount > 0) IS NOT TRUE THEN 'LG106'
            WHEN coalesce(length(u.payable_to), 0) NOT BETWEEN 1 AND 60
                OR length(u.kind) > 60 THEN 'LG108'
            WHEN (u.number > 0) IS NOT TRUE OR count(*) OVER (PARTITION BY u.number) > 1
                OR EXISTS (
                    SELECT FROM ledger.check_issued AS k
                    WHERE k.jurisdiction_id = j AND k.fund_id = v_opening.fund_id
                        AND k.number = u.number
                ) THEN 'LG416'
        END AS code
        FROM unnest(p_numbers, p_payable_to, p_issued_on, p_amounts, p_kinds) WITH ORDINALITY
            AS u (number, payable_to, issued_on, amount, kind, i)
    ) AS q
    WHERE q.code IS NOT NULL
    ORDER BY q.i;
    IF FOUND THEN
        RETURN;
    END IF;
    SELECT array_agg(nextval('ledger.entry_id')) INTO v_ids FROM unnest(p_numbers);
    INSERT INTO ledger.journal_entry (
        jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at, principal_id,
        memo
    )
    SELECT j, u.id, 'opening', 'accepted', u.issued_on, v_opening.cut_over, clock_timestamp(),
        v_principal, u.kind
    FROM unnest(v_ids, p_issued_on, p_kinds) AS u (id, issued_on, kind);
    INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
    SELECT j, u.id, pg_current_xact_id() FROM unnest(v_ids) AS u (id);
    INSERT INTO ledger.check_issued (
        jurisdiction_id, entry_id, fund_id, number, payable_to, amount_cents
    )
    SELECT j, u.id, v_opening.fund_id, u.number, u.payable_to, u.amount
    FROM unnest(v_ids, p_numbers, p_payable_to, p_amounts) AS u (id, number, payable_to, amount);
END $$;
COMMENT ON FUNCTION ledger_api.bring_checks IS
'Brings checks of an opening that no bank has paid yet; answers with what may not be.';
