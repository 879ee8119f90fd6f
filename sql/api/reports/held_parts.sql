-- Shares of receipts that may not be sent yet at the end of a day, with the day of the receipt.
CREATE FUNCTION ledger_api.held_parts(
    j integer, p_as_of date, p_known_at timestamptz, p_by_effective_day boolean
) RETURNS TABLE (fund_id integer, received_on date, cents bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH known AS (
        SELECT e.id, e.effective_on, e.reverses_entry_id
        FROM ledger.journal_entry AS e
        LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = e.id
        WHERE e.jurisdiction_id = j
            AND CASE WHEN p_by_effective_day THEN e.effective_on ELSE e.posted_on END <= p_as_of
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ), holds AS MATERIALIZED (
        SELECT DISTINCT c.method, e.effective_on
        FROM ledger.receipt AS c
        JOIN known AS e ON e.id = c.entry_id
        WHERE c.jurisdiction_id = j
    ), waiting AS MATERIALIZED (
        SELECT h.method, h.effective_on FROM holds AS h
        WHERE ledger_api.receipt_available_on(h.method, h.effective_on) > p_as_of
    )
    SELECT a.fund_id, e.effective_on, sum(p.amount_cents)::bigint
    FROM ledger.receipt AS c
    JOIN known AS e ON e.id = c.entry_id
    JOIN waiting AS w ON w.method = c.method AND w.effective_on = e.effective_on
    JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = e.id
    JOIN ledger.account AS a
        ON a.jurisdiction_id = j AND a.id = p.credit_account_id AND a.role = 'due_to'
    WHERE c.jurisdiction_id = j
        AND NOT EXISTS (SELECT FROM known AS r WHERE r.reverses_entry_id = e.id)
        AND NOT EXISTS (
            SELECT FROM ledger.remittance_line AS l
            JOIN known AS x ON x.id = l.entry_id
            WHERE l.jurisdiction_id = j AND l.paid_entry_id = p.entry_id
                AND l.paid_line = p.line AND l.recipient_id = a.recipient_id
        )
    GROUP BY a.fund_id, e.effective_on
$$;
COMMENT ON FUNCTION ledger_api.held_parts IS
'Shares of receipts that may not be sent yet at the end of a day, with the day of the receipt.';
