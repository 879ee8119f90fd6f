-- From which receipts of a docket so much of what no debt takes is given back: the newest first.
CREATE FUNCTION ledger_api.refundable_receipts(j integer, p_docket_id bigint, p_cents bigint)
RETURNS TABLE (source text, number text, cents bigint)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH given AS (
        SELECT f.source, f.number, sum(f.amount_cents) AS cents
        FROM ledger.refund AS f
        WHERE f.jurisdiction_id = j AND f.docket_id = p_docket_id
        GROUP BY 1, 2
    ), free AS (
        SELECT c.source, c.number, e.id,
            sum(p.amount_cents) - coalesce(min(g.cents), 0) AS cents
        FROM ledger.docket AS k
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.fund_id = k.fund_id AND a.role = 'unapplied'
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.docket_id = k.entry_id
        JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = e.id
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND p.entry_id = e.id AND p.credit_account_id = a.id
        LEFT JOIN given AS g ON g.source = c.source AND g.number = c.number
        WHERE k.jurisdiction_id = j AND k.entry_id = p_docket_id AND NOT EXISTS (
            SELECT FROM ledger.journal_entry AS r
            WHERE r.jurisdiction_id = j AND r.reverses_entry_id = e.id
        )
        GROUP BY c.source, c.number, e.id
    ), shares AS (
        SELECT f.*, least(f.cents, p_cents - coalesce(sum(f.cents) OVER (
            ORDER BY f.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0)) AS taken
        FROM free AS f
        WHERE f.cents > 0
    )
    SELECT s.source, s.number, s.taken::bigint FROM shares AS s WHERE s.taken > 0;
END $$;
COMMENT ON FUNCTION ledger_api.refundable_receipts IS
'From which receipts of a docket so much of what no debt takes is given back.';
