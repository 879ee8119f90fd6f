-- Writes the postings of an accepted command and answers.
CREATE FUNCTION ledger_api.accept(
    p_item integer, p_entry_id bigint, p_posted_on date, p_postings jsonb, p_reference text
) RETURNS ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO ledger.posting (
        jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
        amount_cents, posted_on, debt_no, share_no
    )
    SELECT ledger.visible_jurisdiction(), p_entry_id, p.line, p.purse, p.debit, p.credit, p.cents,
        p_posted_on, p.debt, p.share
    FROM ROWS FROM (
        jsonb_to_recordset(coalesce(p_postings, '[]')) AS (
            purse integer, debit integer, credit integer, cents bigint, debt smallint,
            share smallint
        )
    ) WITH ORDINALITY AS p (purse, debit, credit, cents, debt, share, line);
    RETURN ROW(
        p_item, p_entry_id, 'accepted', false, p_reference, NULL, NULL, NULL, NULL
    )::ledger_api.reply;
END $$;
COMMENT ON FUNCTION ledger_api.accept IS
'Writes the postings of an accepted command and answers.';
