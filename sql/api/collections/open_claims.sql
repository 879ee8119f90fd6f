-- Opens joint claims: a loss that several dockets may owe (18 U.S.C. 3664(h)). statement:
-- reference, fund, loss_cents, plan, as assess_debts takes it. What each docket owes of the loss
-- is ordered by assess_debts.
CREATE FUNCTION ledger_api.open_claims(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_plan jsonb;
    v_reply ledger_api.reply;
    v_reference text;
    v_cents bigint;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_plan := v_statement -> 'plan';
        v_reference := v_statement ->> 'reference';
        v_cents := (v_statement ->> 'loss_cents')::bigint;
        PERFORM pg_advisory_xact_lock(
            hashtextextended(concat_ws(':', 'joint_claim', j, v_reference), 0)
        );
        v_reply := ledger_api.replay(v_item, 'joint_claim', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN coalesce(length(v_reference), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
            WHEN (v_cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN EXISTS (
                SELECT FROM ledger.joint_claim AS c
                WHERE c.jurisdiction_id = j AND c.reference = v_reference
            ) THEN 'LG211'
            WHEN NOT EXISTS (
                SELECT FROM ledger.fund AS f
                WHERE f.jurisdiction_id = j AND f.id = (v_statement ->> 'fund')::integer
                    AND f.kind LIKE 'custodial%'
            ) THEN 'LG801'
            WHEN NOT ledger_api.plan_holds(j, v_plan, (v_statement ->> 'fund')::integer, v_cents)
                THEN 'LG305'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'joint_claim', v_command, v_code, format(
                'claim %s, loss of %s', v_reference, ledger_api.dollars(v_cents)
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('joint_claim', v_command, v_today, v_today);
        INSERT INTO ledger.joint_claim (
            jurisdiction_id, entry_id, reference, share_plan_id, loss_cents
        )
        SELECT j, v_entry, v_reference, p.ids[1], v_cents
        FROM ledger_api.share_plan_ids(j, jsonb_build_array(v_plan), ARRAY[v_entry]) AS p (ids);
        INSERT INTO ledger.joint_total (
            jurisdiction_id, claim_id, loss_cents, applied_cents, held_cents, receivable_cents
        ) VALUES (
            j, v_entry, v_cents, 0,
            array_fill(0::bigint, ARRAY[jsonb_array_length(v_plan -> 'due')]), 0
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, v_reference);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.open_claims IS
'Opens joint claims: a loss that several dockets may owe.';
