-- Whether anything was ever recorded in a court's fund.
CREATE FUNCTION ledger_api.fund_is_used(j integer, p_fund_id integer) RETURNS boolean
LANGUAGE sql VOLATILE AS $$
    SELECT EXISTS (
        SELECT FROM ledger.docket AS d WHERE d.jurisdiction_id = j AND d.fund_id = p_fund_id
    ) OR EXISTS (
        SELECT FROM ledger.balance_day AS b
        JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = b.purse_id
        WHERE b.jurisdiction_id = j AND w.fund_id = p_fund_id
    ) OR EXISTS (
        SELECT FROM ledger.journal_tail AS t
        JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = t.entry_id
        JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = p.purse_id
        WHERE t.jurisdiction_id = j AND w.fund_id = p_fund_id
    )
$$;
COMMENT ON FUNCTION ledger_api.fund_is_used IS
'Whether anything was ever recorded in a court''s fund.';
