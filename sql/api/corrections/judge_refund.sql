-- Why a refund cannot be paid as things stand, or a NULL code; and how much of what it would be.
-- p_refund: docket, amount_cents (NULL: all), check_number (NULL: the next), payable_to,
-- effective_on. What came back to its payer's bank lacks here, whatever was payable before.
CREATE FUNCTION ledger_api.judge_refund(j integer, p_refund jsonb) RETURNS TABLE (
    code text, detail text, cents bigint, payable_cents bigint
)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
    v_said record;
    v_fund integer;
    v_payable bigint;
    v_unapplied bigint;
    v_cents bigint;
BEGIN
    SELECT * INTO v_said FROM jsonb_to_record(p_refund) AS s (
        docket bigint, amount_cents bigint, check_number bigint, payable_to text,
        effective_on date
    );
    SELECT k.fund_id INTO v_fund FROM ledger.docket AS k
    WHERE k.jurisdiction_id = j AND k.entry_id = v_said.docket;
    v_payable := ledger_api.docket_money(j, v_said.docket, 'refund_payable');
    v_unapplied := ledger_api.docket_money(j, v_said.docket, 'unapplied');
    v_cents := coalesce(v_said.amount_cents, v_payable + v_unapplied);
    RETURN QUERY SELECT CASE
        WHEN v_fund IS NULL THEN 'LG201'
        WHEN v_cents <= 0 AND v_payable + v_unapplied <= 0 THEN 'LG330'
        WHEN v_cents <= 0 THEN 'LG106'
        WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
        WHEN v_said.effective_on > ledger_api.court_today() THEN 'LG105'
        WHEN coalesce(length(v_said.payable_to), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
        WHEN v_cents > v_payable + v_unapplied THEN 'LG330'
        WHEN v_said.check_number <= 0 OR EXISTS (
            SELECT FROM ledger.check_issued AS k
            WHERE k.jurisdiction_id = j AND k.fund_id = v_fund
                AND k.number = v_said.check_number
        ) THEN 'LG416'
    END, concat_ws(
        '; ', format('%s of docket %s, payable %s and unapplied %s',
            ledger_api.dollars(v_cents), v_said.docket, ledger_api.dollars(v_payable),
            ledger_api.dollars(v_unapplied)),
        'check ' || v_said.check_number
    ), v_cents, v_payable;
END $$;
COMMENT ON FUNCTION ledger_api.judge_refund IS
'Why a refund cannot be paid as things stand, or a NULL code; and how much of what it would be.';
