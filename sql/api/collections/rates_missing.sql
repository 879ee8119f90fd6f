-- Debts on which the law gives interest through a day and whose rate nobody recorded, with what is
-- open of them, of a joint claim also by what others paid; the 15th day may be the next business
-- day, so that a few may not bear any yet.
CREATE FUNCTION ledger_api.rates_missing(p_through date) RETURNS TABLE (
    reference text, debt_no smallint, kind text, from_day date, open_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk');
BEGIN
    RETURN QUERY
    SELECT r.reference, b.debt_no, b.kind, d.judgment_on + f.days, o.cents
    FROM (
        SELECT a.authority_id, max(a.value::integer) FILTER (WHERE a.name = 'interest_from_day')
                AS days, max(a.value::bigint) FILTER (WHERE a.name = 'interest_over') AS over
        FROM ledger.authority_term AS a
        WHERE a.jurisdiction_id = j AND a.name IN ('interest_from_day', 'interest_over')
        GROUP BY a.authority_id
    ) AS f
    JOIN ledger.debt AS b
        ON b.jurisdiction_id = j AND b.authority_id = f.authority_id
        AND b.kind IN ('fine', 'restitution') AND b.ordered_cents > f.over
    JOIN ledger.debt_total AS t
        ON t.jurisdiction_id = j AND t.docket_id = b.docket_id AND t.debt_no = b.debt_no
    LEFT JOIN ledger.joint_total AS g ON g.jurisdiction_id = j AND g.claim_id = t.claim_id
    CROSS JOIN LATERAL (
        SELECT least(t.owed_cents - t.applied_cents, g.loss_cents - g.applied_cents) AS cents
    ) AS o
    JOIN ledger.docket AS d
        ON d.jurisdiction_id = j AND d.entry_id = b.docket_id
        AND d.judgment_on + f.days <= p_through
    LEFT JOIN ledger.docket_reference AS r
        ON r.jurisdiction_id = j AND r.docket_id = b.docket_id
    WHERE o.cents > 0 AND NOT EXISTS (
        SELECT FROM ledger.interest_term AS i
        WHERE i.jurisdiction_id = j AND i.docket_id = b.docket_id AND i.debt_no = b.debt_no
    )
    ORDER BY b.docket_id, b.debt_no;
END $$;
COMMENT ON FUNCTION ledger_api.rates_missing IS
'Debts on which the law gives interest through a day and whose rate nobody recorded.';
