-- The stored plans equal to these, made where they are not there yet by the entry that needs one.
CREATE FUNCTION ledger_api.share_plan_ids(j integer, p_plans jsonb, p_entry_ids bigint[])
RETURNS bigint[]
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO ledger.share_plan (
        jurisdiction_id, id, entry_id, tier, weight, tier_cap_cents, due_to_account_id,
        own_purse_id
    )
    SELECT j, nextval('ledger.entry_id'), p_entry_ids[x.k], x.tier, x.weight, x.cap, x.due, x.own
    FROM ROWS FROM (
        jsonb_to_recordset(p_plans) AS (
            tier smallint[], weight bigint[], cap bigint[], due integer[], own integer[]
        )
    ) WITH ORDINALITY AS x (tier, weight, cap, due, own, k)
    WHERE p_entry_ids[x.k] IS NOT NULL
    ON CONFLICT (jurisdiction_id, tier, weight, tier_cap_cents, due_to_account_id) DO NOTHING;
    RETURN ARRAY(
        SELECT s.id
        FROM ROWS FROM (
            jsonb_to_recordset(p_plans) AS (
                tier smallint[], weight bigint[], cap bigint[], due integer[]
            )
        ) WITH ORDINALITY AS x (tier, weight, cap, due, k)
        LEFT JOIN ledger.share_plan AS s
            ON s.jurisdiction_id = j AND s.tier = x.tier AND s.weight = x.weight
            AND s.tier_cap_cents = x.cap AND s.due_to_account_id = x.due
        ORDER BY x.k
    );
END $$;
COMMENT ON FUNCTION ledger_api.share_plan_ids IS
'The stored plans equal to these, made where they are not there yet.';
