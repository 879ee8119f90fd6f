-- What moved in each account, purse and day up to a date: sealed days and the tail read in one
-- statement; or, as known at a time, the sealed days less what later blocks added. By effective
-- day, the restated view, every posting is read under the day of its fact.
CREATE FUNCTION ledger_api.day_movements(
    p_end date, p_known_at timestamptz, p_by_effective_day boolean DEFAULT false
) RETURNS TABLE (
    account_id integer, purse_id integer, posted_on date, debit_cents bigint, credit_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET join_collapse_limit = 1 SET jit = off AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'public', 'owner'
    );
    v_known bigint := ledger_api.known_number(p_known_at);
BEGIN
    IF p_by_effective_day THEN
        RETURN QUERY
        SELECT s.account_id, p.purse_id, e.effective_on, s.debit, s.credit
        FROM ledger.journal_entry AS e
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = e.jurisdiction_id AND p.entry_id = e.id
        LEFT JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = e.jurisdiction_id AND n.entry_id = e.id
        CROSS JOIN LATERAL (
            VALUES (p.debit_account_id, p.amount_cents, 0),
                (p.credit_account_id, 0, p.amount_cents)
        ) AS s (account_id, debit, credit)
        WHERE e.jurisdiction_id = j AND e.effective_on <= p_end
            AND (p_known_at IS NULL OR n.number <= v_known);
        RETURN;
    END IF;
    RETURN QUERY
    SELECT b.account_id, b.purse_id, b.posted_on, b.debit_cents, b.credit_cents
    FROM ledger.balance_day AS b
    WHERE b.jurisdiction_id = j AND b.posted_on <= p_end
    UNION ALL
    SELECT s.account_id, p.purse_id, p.posted_on, s.debit, s.credit
    FROM ledger.journal_tail AS t
    JOIN ledger.posting AS p
        ON p.jurisdiction_id = t.jurisdiction_id AND p.entry_id = t.entry_id
    CROSS JOIN LATERAL (
        VALUES (p.debit_account_id, p.amount_cents, 0), (p.credit_account_id, 0, p.amount_cents)
    ) AS s (account_id, debit, credit)
    WHERE t.jurisdiction_id = j AND p.posted_on <= p_end AND p_known_at IS NULL
    UNION ALL
    SELECT s.account_id, p.purse_id, p.posted_on, -s.debit, -s.credit
    FROM ledger.sealed_entry AS n
    JOIN ledger.posting AS p
        ON p.jurisdiction_id = n.jurisdiction_id AND p.entry_id = n.entry_id
    CROSS JOIN LATERAL (
        VALUES (p.debit_account_id, p.amount_cents, 0), (p.credit_account_id, 0, p.amount_cents)
    ) AS s (account_id, debit, credit)
    WHERE n.jurisdiction_id = j AND n.number > v_known AND p.posted_on <= p_end
        AND p_known_at IS NOT NULL;
END $$;
COMMENT ON FUNCTION ledger_api.day_movements IS
'What moved in each account, purse and day up to a date, now or as known at a time.';
