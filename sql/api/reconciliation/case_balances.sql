-- What the cases and purses of a fund say it must hold, by what they call it, at the end of a day:
-- what is owed to others less what is not in the bank yet. Only entries count that belong to a case
-- or to another act that the ledger knows; a bare posting is of no case, so that it shows here.
-- Shares of receipts that may not be sent yet are held, those that may are split and not remitted.
CREATE FUNCTION ledger_api.case_balances(j integer, p_fund_id integer, p_through date)
RETURNS TABLE (term text, recipient text, amount_cents bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH wanted AS MATERIALIZED (
        SELECT a.id, a.role, a.recipient_id
        FROM ledger.account AS a
        WHERE a.jurisdiction_id = j AND a.fund_id = p_fund_id AND a.role IN (
            'due_to', 'unapplied', 'unclaimed', 'refund_payable', 'refund_advance',
            'bank_interest', 'undeposited', 'cash_over_short', 'bank_fees', 'revenue',
            'expenditure', 'due_from_court'
        )
    ), bare AS MATERIALIZED (
        SELECT e.id
        FROM ledger.journal_entry AS e
        WHERE e.jurisdiction_id = j AND e.docket_id IS NULL AND e.outcome = 'accepted'
            AND e.kind <> 'opening' AND e.posted_on <= p_through
            AND NOT EXISTS (SELECT FROM ledger.receipt AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.reversal AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.deposit AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.till_close AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.remittance AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.repayment AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.check_issued AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.check_void AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.unclaimed_payment AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.advance_repayment AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.fund_receipt AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.fund_transfer AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
            AND NOT EXISTS (SELECT FROM ledger.disbursement AS s
                WHERE s.jurisdiction_id = j AND s.entry_id = e.id)
    ), moved AS (
        SELECT d.account_id, d.credit_cents - d.debit_cents AS cents
        FROM ledger_api.day_movements(p_through, NULL, false) AS d
        UNION ALL
        SELECT s.account_id, s.cents
        FROM bare AS e
        JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = e.id
        CROSS JOIN LATERAL (VALUES
            (p.debit_account_id, p.amount_cents), (p.credit_account_id, -p.amount_cents)
        ) AS s (account_id, cents)
        -- Fees and interest are told by the bank alone.
        WHERE NOT EXISTS (
            SELECT FROM ledger.account AS a
            WHERE a.jurisdiction_id = j AND a.id IN (p.debit_account_id, p.credit_account_id)
                AND a.role IN ('bank_fees', 'bank_interest')
        )
    ), sums AS (
        SELECT w.role, w.recipient_id, coalesce(sum(m.cents), 0) AS cents
        FROM wanted AS w LEFT JOIN moved AS m ON m.account_id = w.id
        GROUP BY w.role, w.recipient_id
    ), counted AS MATERIALIZED (
        SELECT e.id, e.effective_on, e.reverses_entry_id FROM ledger.journal_entry AS e
        WHERE e.jurisdiction_id = j AND e.posted_on <= p_through
    ), days AS MATERIALIZED (
        SELECT k.method, k.effective_on
        FROM (
            SELECT DISTINCT c.method, e.effective_on
            FROM ledger.receipt AS c
            JOIN counted AS e ON e.id = c.entry_id
            WHERE c.jurisdiction_id = j
        ) AS k
        WHERE ledger_api.receipt_available_on(k.method, k.effective_on) > p_through
    ), held AS (
        SELECT w.recipient_id, sum(p.amount_cents) AS cents
        FROM days AS d
        JOIN counted AS e ON e.effective_on = d.effective_on
        JOIN ledger.receipt AS c
            ON c.jurisdiction_id = j AND c.entry_id = e.id AND c.method = d.method
        JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = e.id
        JOIN wanted AS w ON w.id = p.credit_account_id AND w.role = 'due_to'
        WHERE NOT EXISTS (SELECT FROM counted AS r WHERE r.reverses_entry_id = e.id)
            AND NOT EXISTS (
                SELECT FROM ledger.remittance_line AS l
                JOIN counted AS x ON x.id = l.entry_id
                WHERE l.jurisdiction_id = j AND l.paid_entry_id = p.entry_id
                    AND l.paid_line = p.line AND l.recipient_id = w.recipient_id
            )
        GROUP BY w.recipient_id
    )
    SELECT v.term, coalesce(r.code, ''), v.cents::bigint
    FROM sums AS s
    LEFT JOIN held AS h ON s.role = 'due_to' AND h.recipient_id = s.recipient_id
    LEFT JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = s.recipient_id
    CROSS JOIN LATERAL (
        SELECT 'held' AS term, coalesce(h.cents, 0) AS cents WHERE s.role = 'due_to'
        UNION ALL
        SELECT CASE s.role WHEN 'due_to' THEN 'split_not_remitted' ELSE s.role END,
            s.cents - coalesce(h.cents, 0)
    ) AS v;
END $$;
COMMENT ON FUNCTION ledger_api.case_balances IS
'What the cases and purses of a fund say it must hold at the end of a day, by what they call it.';
