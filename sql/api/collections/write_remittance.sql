-- Writes one remittance, the shares it settles and its check, and answers. A fund of the same
-- jurisdiction receives its money in the same entry.
CREATE FUNCTION ledger_api.write_remittance(
    j integer,
    p_item integer,
    p_command jsonb,
    p_purse_id integer,
    p_due ledger_api.due_batch,
    p_effective_on date,
    p_check_number bigint
) RETURNS ledger_api.reply
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_fund integer := (
        SELECT w.fund_id FROM ledger.purse AS w WHERE w.jurisdiction_id = j AND w.id = p_purse_id
    );
    v_own_fund integer := (
        SELECT w.fund_id FROM ledger.purse AS w
        WHERE w.jurisdiction_id = j AND w.id = p_due.own_purse_id
    );
    v_posted date := ledger_api.posting_day(j, ARRAY[v_fund, v_own_fund], p_effective_on);
    v_entry bigint := ledger_api.write_entry('remittance', p_command, p_effective_on, v_posted);
BEGIN
    INSERT INTO ledger.remittance (jurisdiction_id, entry_id, recipient_id, amount_cents)
    VALUES (j, v_entry, p_due.recipient_id, p_due.cents);
    INSERT INTO ledger.remittance_line (
        jurisdiction_id, entry_id, recipient_id, paid_entry_id, paid_line, amount_cents
    )
    SELECT j, v_entry, p_due.recipient_id, u.entry_id, u.line, u.cents
    FROM unnest(p_due.entry_ids, p_due.lines, p_due.line_cents) AS u (entry_id, line, cents)
    ORDER BY u.entry_id, u.line;
    INSERT INTO ledger.check_issued (
        jurisdiction_id, entry_id, fund_id, number, payable_to, amount_cents
    )
    SELECT j, v_entry, v_fund, p_check_number, p_due.recipient, p_due.cents
    WHERE p_check_number IS NOT NULL;
    RETURN ledger_api.accept(
        p_item, v_entry, v_posted,
        ledger_api.remittance_postings(j, p_purse_id, p_due.recipient_id, p_due.cents),
        p_due.recipient
    );
END $$;
COMMENT ON FUNCTION ledger_api.write_remittance IS
'Writes one remittance, the shares it settles and its check, and answers.';
