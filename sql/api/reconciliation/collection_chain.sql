-- The second chain, through a day: what the courts' funds collected for each recipient, what they
-- sent on, what the recipient's own fund took in, and what it has available; recipients outside of
-- the jurisdiction answer in their own books. Below, what funds received from outside. For the
-- fund of one bank account; zeros shown.
CREATE FUNCTION ledger_api.collection_chain(p_account text, p_through date) RETURNS TABLE (
    fund text, recipient text, collected_cents bigint, remitted_cents bigint,
    waiting_cents bigint, received_by text, received_cents bigint, available_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler', 'approver', 'auditor', 'owner');
    v_fund integer := (
        SELECT a.fund_id FROM ledger.account AS a
        WHERE a.jurisdiction_id = j AND a.id = ledger_api.named_account(j, p_account)
    );
BEGIN
    RETURN QUERY
    WITH moved AS MATERIALIZED (
        SELECT d.account_id, d.purse_id, sum(d.debit_cents) AS debit, sum(d.credit_cents) AS credit
        FROM ledger_api.day_movements(p_through, NULL, false) AS d
        GROUP BY d.account_id, d.purse_id
    ), sent AS MATERIALIZED (
        SELECT r.recipient_id, r.entry_id, r.cents
        FROM (
            SELECT m.recipient_id, m.entry_id, m.amount_cents AS cents
            FROM ledger.remittance AS m WHERE m.jurisdiction_id = j
            UNION ALL
            SELECT m.recipient_id, m.entry_id, -m.amount_cents
            FROM ledger.repayment AS m WHERE m.jurisdiction_id = j
        ) AS r
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = j AND e.id = r.entry_id AND e.posted_on <= p_through
    ), flows AS MATERIALIZED (
        SELECT a.id AS account_id, s.recipient_id, sum(CASE a.id
            WHEN p.debit_account_id THEN p.amount_cents ELSE -p.amount_cents END) AS cents
        FROM sent AS s
        JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = s.entry_id
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.id IN (p.debit_account_id, p.credit_account_id)
            AND a.role IN ('due_to', 'cash')
        GROUP BY a.id, s.recipient_id
    )
    SELECT f.code, r.code, (b.cents + k.cents)::bigint, k.cents::bigint, b.cents::bigint, u.code,
        g.cents::bigint, v.cents::bigint
    FROM ledger.account AS a
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = a.fund_id
    JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = a.recipient_id
    LEFT JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = r.own_purse_id
    LEFT JOIN ledger.fund AS u ON u.jurisdiction_id = j AND u.id = w.fund_id
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(m.credit - m.debit), 0) AS cents FROM moved AS m
        WHERE m.account_id = a.id
    ) AS b
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(x.cents), 0) AS cents FROM flows AS x WHERE x.account_id = a.id
    ) AS k
    CROSS JOIN LATERAL (
        SELECT CASE WHEN w.id IS NOT NULL THEN coalesce(sum(x.cents), 0) END AS cents
        FROM flows AS x
        JOIN ledger.account AS c
            ON c.jurisdiction_id = j AND c.id = x.account_id AND c.role = 'cash'
            AND c.fund_id = w.fund_id
        WHERE x.recipient_id = r.id
    ) AS g
    CROSS JOIN LATERAL (
        SELECT CASE WHEN w.id IS NOT NULL THEN coalesce(sum(m.credit - m.debit), 0) END AS cents
        FROM moved AS m
        JOIN ledger.account AS c
            ON c.jurisdiction_id = j AND c.id = m.account_id AND c.role = 'available'
        WHERE m.purse_id = w.id
    ) AS v
    WHERE a.jurisdiction_id = j AND a.role = 'due_to'
        AND (a.fund_id = v_fund OR w.fund_id = v_fund)
    UNION ALL
    SELECT '', q.received_from, NULL, NULL, NULL, f.code, q.cents::bigint, NULL
    FROM ledger.fund AS f
    JOIN LATERAL (
        SELECT t.received_from, sum(t.amount_cents) AS cents
        FROM ledger.fund_receipt AS t
        JOIN ledger.purse AS w
            ON w.jurisdiction_id = j AND w.id = t.purse_id AND w.fund_id = f.id
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = j AND e.id = t.entry_id AND e.posted_on <= p_through
        WHERE t.jurisdiction_id = j
        GROUP BY t.received_from
    ) AS q ON true
    WHERE f.jurisdiction_id = j AND f.id = v_fund
    ORDER BY 1 DESC, 2;
END $$;
COMMENT ON FUNCTION ledger_api.collection_chain IS
'What courts collected for each recipient, sent on, and what its own fund took in.';
