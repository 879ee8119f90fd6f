-- Locks dockets and says which of their instalments became delinquent or went into default by a day
-- and were not recorded so, or were recorded with a penalty that late facts do not bear out.
CREATE FUNCTION ledger_api.claim_delinquencies(p_docket_ids bigint[], p_as_of date)
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    due_on date,
    stage text,
    arose_on date,
    principal_cents bigint,
    penalty_millionths bigint,
    accelerated_due_days integer,
    recorded_cents bigint,
    room_cents bigint,
    reference text
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk');
BEGIN
    PERFORM FROM ledger.docket AS d
    WHERE d.jurisdiction_id = j AND d.entry_id = ANY (p_docket_ids)
    ORDER BY d.entry_id FOR UPDATE;
    PERFORM ledger_api.lock_dockets(j, p_docket_ids);
    RETURN QUERY
    SELECT d.docket_id, d.debt_no, d.due_on, d.stage, d.arose_on, d.principal_cents,
        d.penalty_millionths, d.accelerated_due_days, d.recorded_cents, d.room_cents, r.reference
    FROM ledger_api.delinquencies_due(j, p_docket_ids, p_as_of) AS d
    LEFT JOIN ledger.docket_reference AS r
        ON r.jurisdiction_id = j AND r.docket_id = d.docket_id;
END $$;
COMMENT ON FUNCTION ledger_api.claim_delinquencies IS
'Locks dockets and says which of their instalments became delinquent or went into default.';
