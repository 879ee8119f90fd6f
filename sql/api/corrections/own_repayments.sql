-- What the court's own recipients can give back of what they owe for shares taken back after they
-- had been sent: from their unobligated cash, up to an amount in all.
CREATE FUNCTION ledger_api.own_repayments(j integer, p_purse_id integer, p_cents bigint)
RETURNS TABLE (recipient_id integer, cents bigint)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH own AS (
        SELECT r.id, greatest(least(
            -ledger_api.role_balance(j, p_purse_id, 'due_to', r.id),
            ledger_api.role_balance(j, w.id, 'cash'),
            ledger_api.role_balance(j, w.id, CASE f.kind WHEN 'federal' THEN 'unapportioned'
                ELSE 'available' END)
        ), 0) AS cents
        FROM ledger.recipient AS r
        JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = r.own_purse_id
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE r.jurisdiction_id = j
    ), shares AS (
        SELECT o.id, least(o.cents, p_cents - coalesce(sum(o.cents) OVER (
            ORDER BY o.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0)) AS cents
        FROM own AS o
        WHERE o.cents > 0
    )
    SELECT s.id, s.cents::bigint FROM shares AS s WHERE s.cents > 0 ORDER BY s.id;
END $$;
COMMENT ON FUNCTION ledger_api.own_repayments IS
'What the court''s own recipients can give back of what they owe, from their unobligated cash.';
