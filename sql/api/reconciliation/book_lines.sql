-- What entries moved on an account that a bank proves, those of a day and before (NULL: all): each
-- once, above zero into the account. Checks brought in as outstanding count on their day of issue.
CREATE FUNCTION ledger_api.book_lines(j integer, p_account_id integer, p_through date)
RETURNS TABLE (
    book_entry_id bigint, effective_on date, posted_on date, kind text, amount_cents bigint,
    claimed_cents bigint
)
LANGUAGE sql STABLE AS $$
    SELECT l.entry_id, e.effective_on, e.posted_on, e.kind, l.cents, coalesce(c.claimed_cents, 0)
    FROM (
        SELECT p.entry_id, sum(
            CASE p_account_id WHEN p.debit_account_id THEN p.amount_cents ELSE -p.amount_cents END
        )::bigint AS cents
        FROM ledger.posting AS p
        WHERE p.jurisdiction_id = j
            AND (p.debit_account_id = p_account_id OR p.credit_account_id = p_account_id)
        GROUP BY p.entry_id
        UNION ALL
        SELECT c.entry_id, -c.amount_cents
        FROM ledger.account AS a
        JOIN ledger.check_issued AS c ON c.jurisdiction_id = j AND c.fund_id = a.fund_id
        JOIN ledger.journal_entry AS o
            ON o.jurisdiction_id = j AND o.id = c.entry_id AND o.kind = 'opening'
        WHERE a.jurisdiction_id = j AND a.id = p_account_id AND a.role = 'bank'
    ) AS l
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = l.entry_id
    LEFT JOIN ledger.book_claim AS c
        ON c.jurisdiction_id = j AND c.account_id = p_account_id AND c.book_entry_id = l.entry_id
    WHERE l.cents <> 0 AND (e.effective_on <= p_through OR p_through IS NULL)
$$;
COMMENT ON FUNCTION ledger_api.book_lines IS
'What entries moved on an account that a bank proves, and how much of it its bank is known to have seen.';
