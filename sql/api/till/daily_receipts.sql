-- Money received in a range of days and what became of it: each receipt once, whatever dockets it
-- was moved between under its number. ended_by NULL: it stands. days: from receipt to deposit, or
-- to the last day of the range; NULL: it never had to go to the bank.
CREATE FUNCTION ledger_api.daily_receipts(p_begin date, p_end date, p_known_at timestamptz)
RETURNS TABLE (
    source text,
    number text,
    entry_number bigint,
    received_on date,
    method text,
    origin text,
    amount_cents bigint,
    ended_by text,
    ticket text,
    deposited_on date,
    days integer,
    is_late boolean
)
LANGUAGE sql STABLE SECURITY INVOKER
BEGIN ATOMIC
    WITH known AS (
        SELECT CASE WHEN p_known_at IS NULL THEN 9223372036854775807
            ELSE ledger_api.known_number(p_known_at) END AS number
    ), received AS MATERIALIZED (
        SELECT c.jurisdiction_id, c.entry_id, c.source, c.number, c.method, c.amount_cents,
            e.effective_on, n.number AS entry_number, k.number AS known
        FROM ledger.journal_entry AS e
        JOIN ledger.receipt AS c ON c.jurisdiction_id = e.jurisdiction_id AND c.entry_id = e.id
        LEFT JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = e.jurisdiction_id AND n.entry_id = e.id
        CROSS JOIN known AS k
        WHERE e.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND e.effective_on BETWEEN p_begin AND p_end
            AND (p_known_at IS NULL OR n.number <= k.number)
    ), fates AS (
        SELECT c.*, CASE WHEN b.entry_id IS NULL THEN 'misapplied' ELSE b.reason END AS ended_by,
            d.ticket, d.deposited_on
        FROM received AS c
        LEFT JOIN LATERAL (
            SELECT v.reason
            FROM ledger.receipt AS b
            JOIN ledger.journal_entry AS r
                ON r.jurisdiction_id = b.jurisdiction_id AND r.reverses_entry_id = b.entry_id
            JOIN ledger.reversal AS v
                ON v.jurisdiction_id = r.jurisdiction_id AND v.entry_id = r.id
            WHERE b.jurisdiction_id = c.jurisdiction_id AND b.source = c.source
                AND b.number = c.number AND b.entry_id < c.entry_id
            ORDER BY b.entry_id DESC
            LIMIT 1
        ) AS before ON true
        LEFT JOIN LATERAL (
            SELECT b.entry_id, v.reason
            FROM ledger.receipt AS b
            LEFT JOIN (
                ledger.journal_entry AS r
                JOIN ledger.reversal AS v
                    ON v.jurisdiction_id = r.jurisdiction_id AND v.entry_id = r.id
                JOIN ledger.sealed_entry AS n
                    ON n.jurisdiction_id = r.jurisdiction_id AND n.entry_id = r.id
            ) ON r.jurisdiction_id = b.jurisdiction_id AND r.reverses_entry_id = b.entry_id
                AND n.number <= c.known
            WHERE b.jurisdiction_id = c.jurisdiction_id AND b.source = c.source
                AND b.number = c.number AND b.entry_id >= c.entry_id
                AND (v.reason IN ('misapplied', 'reapplied', 'identified')) IS NOT TRUE
            ORDER BY b.entry_id
            LIMIT 1
        ) AS b ON true
        LEFT JOIN LATERAL (
            SELECT t.ticket, e.effective_on AS deposited_on
            FROM ledger.receipt AS x
            JOIN ledger.deposit_receipt AS d
                ON d.jurisdiction_id = x.jurisdiction_id AND d.receipt_id = x.entry_id
            JOIN ledger.deposit AS t
                ON t.jurisdiction_id = d.jurisdiction_id AND t.entry_id = d.entry_id
            JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = d.jurisdiction_id AND e.id = d.entry_id
            JOIN ledger.sealed_entry AS n
                ON n.jurisdiction_id = d.jurisdiction_id AND n.entry_id = d.entry_id
                AND n.number <= c.known
            WHERE x.jurisdiction_id = c.jurisdiction_id AND x.source = c.source
                AND x.number = c.number
                AND x.entry_id BETWEEN c.entry_id AND coalesce(b.entry_id, 9223372036854775807)
            LIMIT 1
        ) AS d ON true
        WHERE (before.reason IN ('misapplied', 'reapplied', 'identified')) IS NOT TRUE
    ), aged AS (
        SELECT f.*, CASE WHEN f.deposited_on IS NOT NULL OR f.ended_by IS NULL
            THEN coalesce(f.deposited_on, p_end) - f.effective_on END AS days
        FROM fates AS f
    )
    SELECT a.source, a.number, a.entry_number, a.effective_on, a.method,
        coalesce(o.origin, 'payment'), a.amount_cents, a.ended_by, a.ticket, a.deposited_on,
        a.days, coalesce(
            a.days > ledger_api.policy_in_force('days_to_deposit')::integer, false
        )
    FROM aged AS a
    LEFT JOIN ledger.receipt_origin AS o
        ON o.jurisdiction_id = a.jurisdiction_id AND o.entry_id = a.entry_id
    ORDER BY a.source COLLATE "C", a.effective_on, a.entry_id;
END;
COMMENT ON FUNCTION ledger_api.daily_receipts IS
'Money received in a range of days and what became of it, receipt by receipt.';
