-- Why receipts cannot be taken back as though nothing had been received, or NULL: a share of
-- theirs was sent on, or an account holds less than they brought it. Cash is a pool: while it
-- holds enough, nothing of theirs was brought to the bank.
CREATE FUNCTION ledger_api.money_moved_on(j integer, p_receipts bigint[]) RETURNS text
LANGUAGE sql VOLATILE AS $$
    SELECT q.fact
    FROM (
        SELECT format(
            '%s were sent on to %s', ledger_api.dollars(sum(l.amount_cents)), r.code
        ) AS fact
        FROM ledger.remittance_line AS l
        JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = l.recipient_id
        WHERE l.jurisdiction_id = j AND l.paid_entry_id = ANY (p_receipts)
        GROUP BY r.code
        UNION ALL
        SELECT concat_ws(
            ' ', n.role, n.recipient || ':', ledger_api.dollars(n.cents),
            'to be taken back,', ledger_api.dollars(n.held), 'left'
        )
        FROM (
            SELECT b.role, b.recipient, b.cents,
                ledger_api.role_balance(j, b.purse_id, b.role, b.recipient_id) AS held
            FROM (
                SELECT p.purse_id, a.role, a.recipient_id, r.code AS recipient,
                    sum(p.amount_cents) AS cents
                FROM ledger.posting AS p
                JOIN ledger.account AS a
                    ON a.jurisdiction_id = j AND a.id IN (p.debit_account_id, p.credit_account_id)
                LEFT JOIN ledger.recipient AS r
                    ON r.jurisdiction_id = j AND r.id = a.recipient_id
                WHERE p.jurisdiction_id = j AND p.entry_id = ANY (p_receipts)
                    AND a.role IN ('undeposited', 'due_to', 'unapplied')
                GROUP BY p.purse_id, a.role, a.recipient_id, r.code
            ) AS b
        ) AS n
        WHERE n.held < n.cents
    ) AS q
    ORDER BY q.fact DESC
    LIMIT 1
$$;
COMMENT ON FUNCTION ledger_api.money_moved_on IS
'Why receipts cannot be taken back as though nothing had been received, or NULL.';
