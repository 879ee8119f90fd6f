-- Why a receipt cannot be taken back as another one's double, or NULL. The other stands on the same
-- docket with the same amount, and nobody has counted money for both.
CREATE FUNCTION ledger_api.judge_double(p_receipt_id bigint, p_doubles bigint) RETURNS text
LANGUAGE sql VOLATILE AS $$
    SELECT CASE
        WHEN NOT EXISTS (
            SELECT FROM ledger.receipt AS c
            JOIN ledger.receipt AS o
                ON o.jurisdiction_id = c.jurisdiction_id AND o.entry_id = p_doubles
                AND o.entry_id <> c.entry_id AND o.amount_cents = c.amount_cents
            JOIN ledger.journal_entry AS d
                ON d.jurisdiction_id = o.jurisdiction_id AND d.id = o.entry_id
                AND d.docket_id IS NOT DISTINCT FROM e.docket_id
            WHERE c.jurisdiction_id = e.jurisdiction_id AND c.entry_id = p_receipt_id
                AND NOT EXISTS (
                    SELECT FROM ledger.journal_entry AS r
                    WHERE r.jurisdiction_id = d.jurisdiction_id AND r.reverses_entry_id = d.id
                )
        ) THEN 'LG316'
        WHEN ledger_api.was_counted(p_receipt_id) THEN 'LG317'
        WHEN f.principal_id = ledger_api.bound_principal()
            AND ledger_api.policy_in_force('void_by_another') = 'yes' THEN 'LG406'
    END
    FROM ledger.journal_entry AS e
    JOIN ledger.journal_entry AS f
        ON f.jurisdiction_id = e.jurisdiction_id AND f.id = ledger_api.first_entry(e.id)
    WHERE e.jurisdiction_id = ledger.visible_jurisdiction() AND e.id = p_receipt_id
$$;
COMMENT ON FUNCTION ledger_api.judge_double IS
'Why a receipt cannot be taken back as another one''s double, or NULL.';
