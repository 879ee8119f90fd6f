-- Money that no debt has claimed at the end of a day, receipt by receipt with the day on which it
-- came, however often its receipt was entered again since. What was given back or applied without
-- its receipt is taken from the newest ones of the docket.
CREATE FUNCTION ledger_api.suspense_parts(
    j integer, p_as_of date, p_known_at timestamptz, p_by_effective_day boolean
) RETURNS TABLE (fund_id integer, received_on date, cents bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH known AS (
        SELECT e.id, e.docket_id, e.effective_on, e.reverses_entry_id
        FROM ledger.journal_entry AS e
        LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = e.id
        WHERE e.jurisdiction_id = j
            AND CASE WHEN p_by_effective_day THEN e.effective_on ELSE e.posted_on END <= p_as_of
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ), moved AS MATERIALIZED (
        SELECT a.fund_id, e.id, e.docket_id, e.effective_on, sum(
                CASE a.id WHEN p.credit_account_id THEN p.amount_cents ELSE -p.amount_cents END
            ) AS cents
        FROM ledger.account AS a
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND a.id IN (p.debit_account_id, p.credit_account_id)
        JOIN known AS e ON e.id = p.entry_id
        WHERE a.jurisdiction_id = j AND a.role = 'unapplied'
        GROUP BY a.fund_id, e.id, e.docket_id, e.effective_on
    ), held AS (
        SELECT m.fund_id, m.docket_id, sum(m.cents) AS cents FROM moved AS m GROUP BY 1, 2
    ), standing AS (
        SELECT m.*, sum(m.cents) OVER (
                PARTITION BY m.fund_id, m.docket_id ORDER BY m.id
            ) - m.cents AS before
        FROM moved AS m
        WHERE m.cents > 0 AND NOT EXISTS (SELECT FROM known AS r WHERE r.reverses_entry_id = m.id)
    )
    SELECT s.fund_id, coalesce((
            SELECT min(e.effective_on)
            FROM ledger.receipt AS c
            JOIN ledger.receipt AS o
                ON o.jurisdiction_id = j AND o.source = c.source AND o.number = c.number
            JOIN known AS e ON e.id = o.entry_id
            JOIN ledger.reversal AS v ON v.jurisdiction_id = j AND v.reverses_entry_id = e.id
            WHERE c.jurisdiction_id = j AND c.entry_id = s.id
                AND v.reason IN ('reapplied', 'identified', 'misapplied')
        ), s.effective_on), greatest(least(s.cents, h.cents - s.before), 0)::bigint
    FROM standing AS s
    JOIN held AS h ON h.fund_id = s.fund_id AND h.docket_id IS NOT DISTINCT FROM s.docket_id
$$;
COMMENT ON FUNCTION ledger_api.suspense_parts IS
'Money that no debt has claimed at the end of a day, receipt by receipt with the day it came.';
