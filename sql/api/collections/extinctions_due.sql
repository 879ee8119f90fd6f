-- Which debts are still owed although liability for them has ended by a day, with what of them was
-- not paid by money that came before: open, or paid when nothing was owed any more.
CREATE FUNCTION ledger_api.extinctions_due(p_as_of date) RETURNS TABLE (
    docket_id bigint,
    reference text,
    debt_no smallint,
    kind text,
    citation text,
    ended_on date,
    owed_cents bigint,
    open_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk');
BEGIN
    RETURN QUERY
    SELECT b.docket_id, r.reference, b.debt_no, b.kind, a.citation, x.ended_on,
        t.owed_cents, t.owed_cents - n.cents
    FROM ledger.debt AS b
    JOIN ledger.debt_total AS t
        ON t.jurisdiction_id = j AND t.docket_id = b.docket_id AND t.debt_no = b.debt_no
        AND t.owed_cents > 0
    JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = b.docket_id
    JOIN ledger.authority AS a ON a.jurisdiction_id = j AND a.id = b.authority_id
    LEFT JOIN ledger.docket_reference AS r
        ON r.jurisdiction_id = j AND r.docket_id = b.docket_id
    CROSS JOIN LATERAL (
        SELECT ledger_api.extinction_day(j, b.authority_id, b.docket_id, d.judgment_on) AS ended_on
    ) AS x
    CROSS JOIN LATERAL (
        SELECT CASE WHEN t.applied_cents > 0 AND EXISTS (
                SELECT FROM ledger.journal_entry AS e
                WHERE e.jurisdiction_id = j AND e.docket_id = b.docket_id
                    AND e.kind = 'collection' AND e.effective_on >= x.ended_on
            ) THEN ledger_api.applied_before(j, b.docket_id, b.debt_no, x.ended_on)
            ELSE t.applied_cents END AS cents
    ) AS n
    WHERE b.jurisdiction_id = j AND x.ended_on <= p_as_of AND t.owed_cents > n.cents
    ORDER BY b.docket_id, b.debt_no;
END $$;
COMMENT ON FUNCTION ledger_api.extinctions_due IS
'Which debts are still owed although liability for them has ended by a day.';
