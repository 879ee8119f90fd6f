-- Why a receipt cannot be voided, or NULL. A void says that the money never stayed: on the day on
-- which it was first entered, before anybody counted it, for a reason, and by another person where
-- the court wants it so.
CREATE FUNCTION ledger_api.judge_void(p_receipt_id bigint, p_reason text) RETURNS text
LANGUAGE sql VOLATILE AS $$
    SELECT CASE
        WHEN coalesce(trim(p_reason), '') = '' THEN 'LG326'
        WHEN (e.recorded_at AT TIME ZONE j.time_zone)::date <> ledger_api.court_today()
            OR ledger_api.was_counted(p_receipt_id) THEN 'LG327'
        WHEN e.principal_id = ledger_api.bound_principal()
            AND ledger_api.policy_in_force('void_by_another') = 'yes' THEN 'LG406'
    END
    FROM ledger.journal_entry AS e
    JOIN ledger.jurisdiction AS j ON j.id = e.jurisdiction_id
    WHERE e.jurisdiction_id = ledger.visible_jurisdiction()
        AND e.id = ledger_api.first_entry(p_receipt_id)
$$;
COMMENT ON FUNCTION ledger_api.judge_void IS 'Why a receipt cannot be voided, or NULL.';
