-- What an amount that is ordered moves in the books of a court's fund.
CREATE FUNCTION ledger_api.ordered_moves(j integer, p_fund_id integer)
RETURNS TABLE (line smallint, purse integer, debit integer, credit integer)
LANGUAGE sql STABLE AS $$
    SELECT m.n::smallint, (
            SELECT min(w.id) FROM ledger.purse AS w
            WHERE w.jurisdiction_id = j AND w.fund_id = p_fund_id
        ), d.id, c.id
    FROM ledger.fund AS f
    JOIN (VALUES
        ('custodial', 1, 'receivable', 'uncollected'),
        ('custodial_federal', 1, 'receivable', 'custodial_revenue'),
        ('custodial_federal', 2, 'accrued_collections', 'uncollected')
    ) AS m (kind, n, debit, credit) ON m.kind = f.kind
    JOIN ledger.account AS d
        ON d.jurisdiction_id = j AND d.fund_id = f.id AND d.role = m.debit
    JOIN ledger.account AS c
        ON c.jurisdiction_id = j AND c.fund_id = f.id AND c.role = m.credit
    WHERE f.jurisdiction_id = j AND f.id = p_fund_id
$$;
COMMENT ON FUNCTION ledger_api.ordered_moves IS
'What an amount that is ordered moves in the books of a court''s fund.';
