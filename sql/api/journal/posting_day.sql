-- The accounting day of a fact: its own day, or the first day open in all of these funds.
-- Takes the funds' period locks in shared mode first, so that no period closes meanwhile.
CREATE FUNCTION ledger_api.posting_day(
    p_jurisdiction_id integer, p_fund_ids integer[], p_effective_on date
) RETURNS date
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(p_jurisdiction_id, f.id)
    FROM (SELECT DISTINCT unnest(p_fund_ids) AS id ORDER BY 1) AS f;
    RETURN greatest(p_effective_on, (
        SELECT max(p.closed_through) + 1
        FROM ledger.fund_period AS p
        WHERE p.jurisdiction_id = p_jurisdiction_id AND p.fund_id = ANY (p_fund_ids)
    ));
END $$;
COMMENT ON FUNCTION ledger_api.posting_day IS
'The accounting day of a fact: its own day, or the first day open in all of these funds.';
