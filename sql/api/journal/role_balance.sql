-- The balance on its normal side of the accounts that play a role in a purse, to the last
-- committed posting: sealed days and the tail are read in one statement.
CREATE FUNCTION ledger_api.role_balance(
    p_jurisdiction_id integer, p_purse_id integer, p_role text, p_recipient_id integer DEFAULT NULL
) RETURNS bigint
LANGUAGE sql VOLATILE AS $$
    WITH wanted AS (
        SELECT a.id, CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END AS sign
        FROM ledger.purse AS p
        JOIN ledger.account AS a
            ON a.jurisdiction_id = p.jurisdiction_id AND a.fund_id = p.fund_id
        WHERE p.jurisdiction_id = p_jurisdiction_id AND p.id = p_purse_id AND a.role = p_role
            AND (p_recipient_id IS NULL OR a.recipient_id = p_recipient_id)
    ), moved AS (
        SELECT w.sign * (b.debit_cents - b.credit_cents) AS cents
        FROM wanted AS w
        JOIN ledger.balance_day AS b
            ON b.jurisdiction_id = p_jurisdiction_id AND b.account_id = w.id
            AND b.purse_id = p_purse_id
        UNION ALL
        SELECT w.sign * CASE p.debit_account_id WHEN w.id THEN p.amount_cents
            ELSE -p.amount_cents END
        FROM ledger.journal_tail AS t
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = t.jurisdiction_id AND p.entry_id = t.entry_id
        JOIN wanted AS w ON w.id IN (p.debit_account_id, p.credit_account_id)
        WHERE t.jurisdiction_id = p_jurisdiction_id AND p.purse_id = p_purse_id
    )
    SELECT coalesce(sum(cents), 0)::bigint FROM moved
$$;
COMMENT ON FUNCTION ledger_api.role_balance IS
'The balance on its normal side of the accounts that play a role in a purse, to the last committed posting.';
