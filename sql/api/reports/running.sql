-- The lines of these accounts and purses in a range of days, day by day and entry by entry. Each
-- day is read between the first and last entry that balance_day names for it, so that the first
-- line comes at once and no index on posting by account is needed. Seal before calling. The order
-- is that of nested loops as written: the caller turns other joins off, and reads by a cursor.
-- CASE, since row security holds COALESCE for leaky and then no index serves it.
CREATE FUNCTION ledger_api.running(
    p_begin date,
    p_end date,
    p_known_at timestamptz,
    p_account_ids integer[],
    p_purse_ids integer[]
) RETURNS TABLE (
    posted_on date,
    effective_on date,
    number bigint,
    kind text,
    reference text,
    memo text,
    debit_cents bigint,
    credit_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER
BEGIN ATOMIC
    SELECT d.posted_on, e.effective_on, n.number, e.kind,
        coalesce(c.number, k.reference, a.reference, ''), coalesce(e.memo, ''), s.debit, s.credit
    FROM (
        SELECT b.posted_on, min(b.first_entry_id) AS first_id, max(b.last_entry_id) AS last_id
        FROM ledger.balance_day AS b
        WHERE b.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND b.account_id = ANY (p_account_ids) AND b.purse_id = ANY (p_purse_ids)
            AND b.posted_on BETWEEN p_begin AND p_end
        GROUP BY b.posted_on
        ORDER BY b.posted_on
    ) AS d
    CROSS JOIN LATERAL (
        SELECT p.entry_id, p.line, p.debit_account_id, p.credit_account_id, p.amount_cents
        FROM ledger.posting AS p
        WHERE p.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND p.entry_id BETWEEN d.first_id AND d.last_id AND p.posted_on = d.posted_on
            AND p.purse_id = ANY (p_purse_ids)
            AND (p.debit_account_id = ANY (p_account_ids)
                OR p.credit_account_id = ANY (p_account_ids))
        ORDER BY p.entry_id, p.line
    ) AS p
    CROSS JOIN LATERAL (
        SELECT CASE WHEN p.debit_account_id = ANY (p_account_ids) THEN p.amount_cents ELSE 0 END
                AS debit,
            CASE WHEN p.credit_account_id = ANY (p_account_ids) THEN p.amount_cents ELSE 0 END
                AS credit
    ) AS s
    JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND n.entry_id = p.entry_id
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = n.jurisdiction_id AND e.id = p.entry_id
    LEFT JOIN ledger.receipt AS c
        ON c.jurisdiction_id = n.jurisdiction_id
        AND c.entry_id = CASE WHEN e.reverses_entry_id IS NULL THEN e.id
            ELSE e.reverses_entry_id END
    LEFT JOIN ledger.docket_reference AS k
        ON k.jurisdiction_id = n.jurisdiction_id AND k.docket_id = e.docket_id
    LEFT JOIN ledger.award AS a
        ON a.jurisdiction_id = n.jurisdiction_id AND a.entry_id = e.id
    WHERE p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at);
END;
COMMENT ON FUNCTION ledger_api.running IS
'The lines of these accounts and purses in a range of days, day by day and entry by entry.';
