-- Adds the postings of newly sealed entries to the day totals of their accounts.
CREATE FUNCTION ledger_api.add_to_balance_days(j integer, p_entry_ids bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    INSERT INTO ledger.balance_day AS b (
        jurisdiction_id, account_id, purse_id, posted_on, debit_cents, credit_cents,
        first_entry_id, last_entry_id
    )
    SELECT j, s.account_id, m.purse_id, m.posted_on, sum(s.debit), sum(s.credit),
        min(m.first_id), max(m.last_id)
    FROM (
        SELECT p.debit_account_id, p.credit_account_id, p.purse_id, p.posted_on,
            sum(p.amount_cents) AS cents, min(p.entry_id) AS first_id, max(p.entry_id) AS last_id
        FROM ledger.posting AS p
        WHERE p.jurisdiction_id = j
            AND p.entry_id BETWEEN p_entry_ids[1] AND p_entry_ids[cardinality(p_entry_ids)]
            AND p.entry_id + 0 = ANY (p_entry_ids)
        GROUP BY 1, 2, 3, 4
    ) AS m
    CROSS JOIN LATERAL (
        VALUES (m.debit_account_id, m.cents, 0), (m.credit_account_id, 0, m.cents)
    ) AS s (account_id, debit, credit)
    GROUP BY s.account_id, m.purse_id, m.posted_on
    ORDER BY s.account_id, m.purse_id, m.posted_on
    ON CONFLICT (jurisdiction_id, account_id, purse_id, posted_on) DO UPDATE SET
        debit_cents = b.debit_cents + excluded.debit_cents,
        credit_cents = b.credit_cents + excluded.credit_cents,
        first_entry_id = least(b.first_entry_id, excluded.first_entry_id),
        last_entry_id = greatest(b.last_entry_id, excluded.last_entry_id);
END $$;
COMMENT ON FUNCTION ledger_api.add_to_balance_days IS
'Adds the postings of newly sealed entries to the day totals of their accounts.';
