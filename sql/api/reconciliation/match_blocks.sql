-- What the rule of a run leaves to be searched outside, in the transaction of its pass: single
-- lines and the few that may add up to them, those after a line of this side.
CREATE FUNCTION ledger_api.match_blocks(
    p_bank_account_id bigint, p_run_key text, p_rule_no integer, p_as_of date,
    p_is_reverse boolean, p_after integer, p_limit integer
) RETURNS TABLE (target_id integer, target bigint, ids integer[], amounts bigint[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET jit = off SET work_mem = '128MB' AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_rule ledger.match_rule := ledger_api.begin_match_pass(
        j, p_bank_account_id, p_run_key, p_rule_no, p_as_of
    );
BEGIN
    IF v_rule.pass = 'subset' THEN
        RETURN QUERY SELECT b.* FROM ledger_api.subset_blocks(
            v_rule, p_is_reverse, p_after, p_limit
        ) AS b;
    END IF;
END $$;
COMMENT ON FUNCTION ledger_api.match_blocks IS
'What the rule of a run leaves to be searched outside.';
