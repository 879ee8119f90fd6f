-- What the courts of a jurisdiction collected under a rule on each day, by the day on which it
-- happened; negative where money was taken back.
CREATE FUNCTION ledger_api.collected_under(j integer, p_rule text)
RETURNS TABLE (effective_on date, entry_id bigint, cents bigint)
LANGUAGE sql STABLE AS $$
    SELECT e.effective_on, e.id,
        CASE WHEN c.role = 'due_to' THEN p.amount_cents ELSE -p.amount_cents END
    FROM ledger.authority AS u
    JOIN ledger.debt AS b ON b.jurisdiction_id = j AND b.authority_id = u.id
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.docket_id = b.docket_id
    JOIN ledger.posting AS p
        ON p.jurisdiction_id = j AND p.entry_id = e.id AND p.debt_no = b.debt_no
    JOIN ledger.account AS d ON d.jurisdiction_id = j AND d.id = p.debit_account_id
    JOIN ledger.account AS c ON c.jurisdiction_id = j AND c.id = p.credit_account_id
    WHERE u.jurisdiction_id = j AND u.rule = p_rule AND 'due_to' IN (d.role, c.role)
$$;
COMMENT ON FUNCTION ledger_api.collected_under IS
'What the courts of a jurisdiction collected under a rule on each day; negative: taken back.';
