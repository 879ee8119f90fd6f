-- The debts that an import ordered and that are still owed. is_built_upon: something was paid on it
-- or changed since, or its docket, which the import opened, was used otherwise.
CREATE FUNCTION ledger_api.imported_debts(j integer, p_import_id bigint)
RETURNS TABLE (docket_id bigint, debt_no smallint, owed_cents bigint, is_built_upon boolean)
LANGUAGE sql STABLE AS $$
    WITH brought AS MATERIALIZED (
        SELECT unnest(p.entry_ids) AS id FROM ledger.import_part AS p
        WHERE p.jurisdiction_id = j AND p.import_id = p_import_id
    )
    SELECT d.docket_id, d.debt_no, t.owed_cents,
        t.applied_cents > 0 OR t.owed_cents <> d.ordered_cents OR t.claim_id IS NOT NULL
        OR d.docket_id IN (SELECT b.id FROM brought AS b) AND EXISTS (
            SELECT FROM ledger.journal_entry AS e
            WHERE e.jurisdiction_id = j AND e.docket_id = d.docket_id
                AND e.outcome = 'accepted' AND e.id NOT IN (SELECT b.id FROM brought AS b)
        )
    FROM brought AS b
    JOIN ledger.debt AS d ON d.jurisdiction_id = j AND d.entry_id = b.id
    JOIN ledger.debt_total AS t
        ON t.jurisdiction_id = j AND t.docket_id = d.docket_id AND t.debt_no = d.debt_no
$$;
COMMENT ON FUNCTION ledger_api.imported_debts IS
'The debts that an import ordered, and whether anything was built upon them.';
