-- What every report begins with: where it is, what day it is there, what was known when, and how
-- far the books are sealed. A day means its end by the clock of the courts.
CREATE FUNCTION ledger_api.report_head(p_known_at timestamptz, p_known_on date) RETURNS TABLE (
    jurisdiction text,
    name text,
    today date,
    known_at timestamptz,
    block_number bigint,
    chain_head bytea,
    unsealed bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'public', 'owner'
    );
BEGIN
    RETURN QUERY
    SELECT t.code, t.name, ledger_api.court_today(),
        coalesce(p_known_at, (p_known_on + 1)::timestamp AT TIME ZONE t.time_zone),
        b.number, b.hash,
        (SELECT count(*) FROM ledger.journal_tail AS u WHERE u.jurisdiction_id = j)
    FROM ledger.jurisdiction AS t
    LEFT JOIN LATERAL (
        SELECT k.number, k.hash FROM ledger.block AS k
        WHERE k.jurisdiction_id = j ORDER BY k.number DESC LIMIT 1
    ) AS b ON true
    WHERE t.id = j;
END $$;
COMMENT ON FUNCTION ledger_api.report_head IS
'Where a report is made, what day it is there, what was known when, how far the books are sealed.';
