-- The receipts that a line of a statement may give back: of its amount, received in the 90 days
-- before it, and named by a trace or check number that the line states; or the one that a person
-- names. reversal_id: the entry that took it back already because a bank returned it.
CREATE FUNCTION ledger_api.returned_receipts(
    p_statement_id bigint, p_ordinal integer, p_receipt_id bigint
) RETURNS TABLE (
    entry_id bigint, source text, number text, method text, returned_on date, reversal_id bigint
)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH line AS MATERIALIZED (
        SELECT l.jurisdiction_id, -l.amount_minor AS cents,
            coalesce(l.booked_on, l.value_on, s.to_on) AS day
        FROM ledger.statement_line AS l
        JOIN ledger.statement AS s
            ON s.jurisdiction_id = l.jurisdiction_id AND s.entry_id = l.statement_id
        WHERE l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            AND l.statement_id = p_statement_id AND l.ordinal = p_ordinal
    ), named AS MATERIALIZED (
        SELECT r.kind, r.key
        FROM ledger.statement_reference AS r
        WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            AND r.statement_id = p_statement_id AND r.ordinal = p_ordinal
            AND r.kind IN ('trace', 'check')
        UNION
        SELECT 'trace', ledger_api.match_key('trace', t.original_trace)
        FROM ledger.statement_return AS t
        WHERE t.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            AND t.statement_id = p_statement_id AND t.ordinal = p_ordinal
            AND t.kind = 'returned'
    ), received AS MATERIALIZED (
        SELECT c.entry_id, c.source, c.number, c.method, c.payer_reference, l.day
        FROM line AS l
        JOIN ledger.receipt AS c
            ON c.jurisdiction_id = l.jurisdiction_id AND c.entry_id = p_receipt_id
        UNION ALL
        SELECT c.entry_id, c.source, c.number, c.method, c.payer_reference, l.day
        FROM line AS l
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = l.jurisdiction_id
            AND e.effective_on BETWEEN l.day - 90 AND l.day
        JOIN ledger.receipt AS c
            ON c.jurisdiction_id = e.jurisdiction_id AND c.entry_id = e.id
            AND c.amount_cents = l.cents
        WHERE p_receipt_id IS NULL AND c.method IN ('check', 'ach')
    )
    SELECT r.entry_id, r.source, r.number, r.method, r.day, x.id
    FROM received AS r
    LEFT JOIN ledger.journal_entry AS x
        ON x.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
        AND x.reverses_entry_id = r.entry_id
    LEFT JOIN ledger.reversal AS v
        ON v.jurisdiction_id = x.jurisdiction_id AND v.entry_id = x.id
    WHERE (x.id IS NULL OR v.reason IN ('returned_check', 'returned_ach')) AND (
        r.entry_id = p_receipt_id OR EXISTS (
            SELECT FROM named AS n
            WHERE n.kind = CASE r.method WHEN 'ach' THEN 'trace' ELSE 'check' END
                AND n.key = ledger_api.match_key(n.kind, r.payer_reference)
        )
    )
$$;
COMMENT ON FUNCTION ledger_api.returned_receipts IS
'The receipts that a line of a statement may give back, by trace or check number and amount.';
