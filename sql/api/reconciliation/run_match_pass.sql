-- Does one rule of a run on a bank account, in its transaction; NULL when there are no further
-- rules. A pass that this run did already is answered as it was. Sums that were searched outside
-- come along: see add_found_sums. What others matched meanwhile is seen by a second look.
CREATE FUNCTION ledger_api.run_match_pass(
    p_bank_account_id bigint,
    p_run_key text,
    p_rule_no integer,
    p_as_of date,
    p_targets integer[] DEFAULT '{}',
    p_are_reverse boolean[] DEFAULT '{}',
    p_counts integer[] DEFAULT '{}',
    p_are_proven boolean[] DEFAULT '{}',
    p_member_sums integer[] DEFAULT '{}',
    p_members integer[] DEFAULT '{}'
) RETURNS SETOF ledger.match_pass
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET jit = off SET work_mem = '128MB' AS $$
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_rule ledger.match_rule;
    v_pass ledger.match_pass;
BEGIN
    PERFORM FROM ledger.bank_account AS b
    WHERE b.jurisdiction_id = j AND b.entry_id = p_bank_account_id FOR UPDATE;
    SELECT * INTO v_pass FROM ledger.match_pass AS p
    WHERE p.jurisdiction_id = j AND p.bank_account_id = p_bank_account_id
        AND p.run_key = p_run_key AND p.rule_no = p_rule_no;
    IF FOUND THEN
        RETURN NEXT v_pass;
        RETURN;
    END IF;
    FOR v_try IN 1..2 LOOP
        BEGIN
            v_rule := ledger_api.begin_match_pass(
                j, p_bank_account_id, p_run_key, p_rule_no, p_as_of
            );
            IF v_rule.entry_id IS NULL THEN
                PERFORM ledger_api.close_match_lines();
                RETURN;
            END IF;
            PERFORM ledger_api.find_matches(v_rule);
            IF v_rule.pass = 'subset' AND v_try = 1 THEN
                PERFORM ledger_api.add_found_sums(
                    v_rule, p_targets, p_are_reverse, p_counts, p_are_proven, p_member_sums,
                    p_members
                );
            END IF;
            v_pass := ledger_api.record_match_pass(j, v_rule, p_as_of);
            EXIT;
        EXCEPTION WHEN SQLSTATE 'LG920' OR SQLSTATE 'LG922' THEN
            IF v_try = 2 THEN
                RAISE;
            END IF;
            PERFORM ledger_api.close_match_lines();
        END;
    END LOOP;
    RETURN NEXT v_pass;
END $$;
COMMENT ON FUNCTION ledger_api.run_match_pass IS
'Does one rule of a run on a bank account, in its transaction.';
