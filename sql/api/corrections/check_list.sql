-- Every check and where it stands on a day: outstanding, cleared (a matched statement says that the
-- bank paid it), void (its money unclaimed), reissued or escheated. is_due: what its state waits
-- for may be done, voiding it as stale or escheating it.
CREATE FUNCTION ledger_api.check_list(p_as_of date) RETURNS TABLE (
    check_id bigint,
    fund text,
    number bigint,
    payable_to text,
    issued_on date,
    amount_cents bigint,
    state text,
    age_days integer,
    is_due boolean
)
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger.visible_jurisdiction();
    v_stale integer := ledger_api.policy_in_force('stale_check_days')::integer;
    v_escheat integer := ledger_api.policy_in_force('unclaimed_escheat_days')::integer;
BEGIN
    RETURN QUERY
    SELECT k.entry_id, f.code, k.number, k.payable_to, e.effective_on, k.amount_cents, s.state,
        p_as_of - e.effective_on, CASE s.state
            WHEN 'outstanding' THEN p_as_of >= e.effective_on + v_stale
            WHEN 'void' THEN p_as_of >= ledger_api.first_drawn_on(k.entry_id) + v_escheat
            ELSE false END
    FROM ledger.check_issued AS k
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = k.fund_id
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = k.entry_id
    LEFT JOIN (
        ledger.check_void AS x
        JOIN ledger.journal_entry AS b ON b.jurisdiction_id = j AND b.id = x.entry_id
    ) ON x.jurisdiction_id = j AND x.check_id = k.entry_id AND b.effective_on <= p_as_of
    LEFT JOIN (
        ledger.unclaimed_payment AS u
        JOIN ledger.journal_entry AS d ON d.jurisdiction_id = j AND d.id = u.entry_id
    ) ON u.jurisdiction_id = j AND u.check_id = k.entry_id AND d.effective_on <= p_as_of
    CROSS JOIN LATERAL (
        SELECT CASE
            WHEN u.paid_to = 'owner' THEN 'reissued'
            WHEN u.paid_to = 'escheat' THEN 'escheated'
            WHEN x.check_id IS NOT NULL THEN 'void'
            WHEN ledger_api.cleared_on(k.entry_id) <= p_as_of THEN 'cleared'
            ELSE 'outstanding' END AS state
    ) AS s
    WHERE k.jurisdiction_id = j AND e.effective_on <= p_as_of
    ORDER BY f.code COLLATE "C", k.number;
END $$;
COMMENT ON FUNCTION ledger_api.check_list IS
'Every check and where it stands on a day.';
