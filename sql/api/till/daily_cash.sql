-- Money received in a range of days by till: by method, voided, taken back before it went to the
-- bank, deposited, undeposited. Tills and numbered books without money are there too.
CREATE FUNCTION ledger_api.daily_cash(p_begin date, p_end date, p_known_at timestamptz)
RETURNS TABLE (
    source text,
    receipts bigint,
    cash_cents bigint,
    check_cents bigint,
    card_cents bigint,
    ach_cents bigint,
    wire_cents bigint,
    other_cents bigint,
    voids bigint,
    voided_cents bigint,
    taken_back_cents bigint,
    deposited_cents bigint,
    undeposited_cents bigint,
    late bigint,
    longest_days integer
)
LANGUAGE sql STABLE SECURITY INVOKER
BEGIN ATOMIC
    WITH known AS (
        SELECT s.till AS source FROM ledger.till_session AS s
        WHERE s.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        UNION
        SELECT b.source FROM ledger.receipt_book AS b
        WHERE b.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
    ), totals AS (
        SELECT source, count(r.number) AS receipts,
            sum(r.amount_cents) FILTER (WHERE r.method = 'cash') AS cash,
            sum(r.amount_cents) FILTER (WHERE r.method = 'check') AS "check",
            sum(r.amount_cents) FILTER (WHERE r.method = 'card') AS card,
            sum(r.amount_cents) FILTER (WHERE r.method = 'ach') AS ach,
            sum(r.amount_cents) FILTER (WHERE r.method = 'wire') AS wire,
            sum(r.amount_cents) FILTER (WHERE r.method = 'other') AS other,
            count(*) FILTER (WHERE r.ended_by = 'void') AS voids,
            sum(r.amount_cents) FILTER (WHERE r.ended_by = 'void') AS voided,
            sum(r.amount_cents) FILTER (
                WHERE r.ticket IS NULL AND r.ended_by <> 'void'
            ) AS taken_back,
            sum(r.amount_cents) FILTER (WHERE r.ticket IS NOT NULL) AS deposited,
            sum(r.amount_cents) FILTER (
                WHERE r.ticket IS NULL AND r.ended_by IS NULL
            ) AS undeposited,
            count(*) FILTER (WHERE r.is_late) AS late, max(r.days) AS longest
        FROM known AS k
        FULL JOIN ledger_api.daily_receipts(p_begin, p_end, p_known_at) AS r USING (source)
        GROUP BY source
    )
    SELECT t.source, t.receipts, coalesce(t.cash, 0)::bigint, coalesce(t."check", 0)::bigint,
        coalesce(t.card, 0)::bigint, coalesce(t.ach, 0)::bigint, coalesce(t.wire, 0)::bigint,
        coalesce(t.other, 0)::bigint, t.voids, coalesce(t.voided, 0)::bigint,
        coalesce(t.taken_back, 0)::bigint, coalesce(t.deposited, 0)::bigint,
        coalesce(t.undeposited, 0)::bigint, t.late, t.longest
    FROM totals AS t
    ORDER BY t.source COLLATE "C";
END;
COMMENT ON FUNCTION ledger_api.daily_cash IS 'Money received in a range of days by till.';
