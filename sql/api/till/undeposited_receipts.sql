-- The receipts of a fund whose money has not been brought to the bank, oldest first. What no
-- ticket names is looked at again, since it may have been entered anew for money that was.
CREATE FUNCTION ledger_api.undeposited_receipts(p_fund_id integer) RETURNS TABLE (
    entry_id bigint, source text, number text, method text, received_on date, amount_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER
BEGIN ATOMIC
    WITH standing AS MATERIALIZED (
        SELECT c.entry_id, c.source, c.number, c.method, e.effective_on, c.amount_cents
        FROM ledger.receipt AS c
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
        LEFT JOIN ledger.docket AS k
            ON k.jurisdiction_id = e.jurisdiction_id AND k.entry_id = e.docket_id
        WHERE c.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            -- Money that nobody identified is of the fund that received it.
            AND coalesce(k.fund_id, (
                SELECT w.fund_id
                FROM ledger.posting AS p
                JOIN ledger.purse AS w
                    ON w.jurisdiction_id = p.jurisdiction_id AND w.id = p.purse_id
                WHERE p.jurisdiction_id = c.jurisdiction_id AND p.entry_id = c.entry_id
                    AND p.line = 1
            )) = p_fund_id
            AND NOT EXISTS (
                SELECT FROM ledger.deposit_receipt AS d
                WHERE d.jurisdiction_id = c.jurisdiction_id AND d.receipt_id = c.entry_id
            )
            AND NOT EXISTS (
                SELECT FROM ledger.journal_entry AS r
                WHERE r.jurisdiction_id = c.jurisdiction_id AND r.reverses_entry_id = c.entry_id
            )
    )
    SELECT s.entry_id, s.source, s.number, s.method, s.effective_on, s.amount_cents
    FROM standing AS s
    WHERE ledger_api.ticket_of(s.entry_id) IS NULL
    ORDER BY s.entry_id;
END;
COMMENT ON FUNCTION ledger_api.undeposited_receipts IS
'The receipts of a fund whose money has not been brought to the bank, oldest first.';
