-- Locks dockets with rates of interest and says, debt by debt, on which terms interest is
-- reckoned and how the principal went, day by day.
CREATE FUNCTION ledger_api.claim_interest(p_docket_ids bigint[], p_through date)
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    rate_millionths integer,
    day_count text,
    first_liable_on date,
    last_on date,
    cap_cents bigint,
    posted_cents bigint,
    open_cents bigint,
    days date[],
    cents bigint[]
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_dockets bigint[];
    v_debts smallint[];
BEGIN
    PERFORM FROM ledger.docket AS d
    WHERE d.jurisdiction_id = j AND d.entry_id = ANY (p_docket_ids)
    ORDER BY d.entry_id FOR UPDATE;
    PERFORM ledger_api.lock_dockets(j, p_docket_ids);
    SELECT array_agg(s.docket_id), array_agg(s.debt_no) INTO v_dockets, v_debts
    FROM ledger_api.interest_state(j, p_docket_ids, p_through) AS s;
    RETURN QUERY
    SELECT s.docket_id, s.debt_no, s.rate_millionths, s.day_count, s.first_liable_on, s.last_on,
        s.cap_cents, s.posted_cents, s.open_cents, array_agg(c.happened_on),
        array_agg(c.bearing_cents)
    FROM ledger_api.interest_state(j, v_dockets, p_through) AS s
    JOIN ledger_api.shared_principal(j, v_dockets, v_debts) AS c USING (docket_id, debt_no)
    GROUP BY s.docket_id, s.debt_no, s.rate_millionths, s.day_count, s.first_liable_on,
        s.last_on, s.cap_cents, s.posted_cents, s.open_cents
    ORDER BY s.docket_id, s.debt_no;
END $$;
COMMENT ON FUNCTION ledger_api.claim_interest IS
'Locks dockets with rates of interest and says on which terms it is reckoned.';
