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
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT j.code, j.name, ledger_api.court_today(),
        coalesce(p_known_at, (p_known_on + 1)::timestamp AT TIME ZONE j.time_zone),
        b.number, b.hash,
        (SELECT count(*) FROM ledger.journal_tail AS t WHERE t.jurisdiction_id = j.id)
    FROM ledger.jurisdiction AS j
    LEFT JOIN LATERAL (
        SELECT k.number, k.hash FROM ledger.block AS k
        WHERE k.jurisdiction_id = j.id ORDER BY k.number DESC LIMIT 1
    ) AS b ON true
    WHERE j.id = (SELECT ledger.bound_jurisdiction())
$$;
COMMENT ON FUNCTION ledger_api.report_head IS
'Where a report is made, what day it is there, what was known when, how far the books are sealed.';
