-- Posts what is owed more (negative: less) on debts, as an order of so much would post it.
CREATE FUNCTION ledger_api.post_receivables(
    j integer,
    p_entry_ids bigint[],
    p_posted_on date[],
    p_fund_ids integer[],
    p_debts smallint[],
    p_cents bigint[]
) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO ledger.posting (
        jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
        amount_cents, posted_on, debt_no
    )
    SELECT j, u.entry, b.line, b.purse,
        CASE WHEN u.cents > 0 THEN b.debit ELSE b.credit END,
        CASE WHEN u.cents > 0 THEN b.credit ELSE b.debit END, abs(u.cents), u.posted_on, u.debt
    FROM unnest(p_entry_ids, p_posted_on, p_fund_ids, p_debts, p_cents)
        AS u (entry, posted_on, fund, debt, cents)
    JOIN (
        SELECT f.id AS fund, k.line, d.id AS debit, c.id AS credit, (
            SELECT min(w.id) FROM ledger.purse AS w
            WHERE w.jurisdiction_id = j AND w.fund_id = f.id
        ) AS purse
        FROM ledger.fund AS f
        JOIN (
            VALUES ('custodial', 1, 'receivable', 'uncollected'),
                ('custodial_federal', 1, 'receivable', 'custodial_revenue'),
                ('custodial_federal', 2, 'accrued_collections', 'uncollected')
        ) AS k (kind, line, debit, credit) ON k.kind = f.kind
        JOIN ledger.account AS d
            ON d.jurisdiction_id = j AND d.fund_id = f.id AND d.role = k.debit
        JOIN ledger.account AS c
            ON c.jurisdiction_id = j AND c.fund_id = f.id AND c.role = k.credit
        WHERE f.jurisdiction_id = j
    ) AS b ON b.fund = u.fund
    WHERE u.cents <> 0;
END $$;
COMMENT ON FUNCTION ledger_api.post_receivables IS
'Posts what is owed more (negative: less) on debts, as an order of so much would post it.';
