-- Awards grants within what is available in a purse.
-- statement: purse, authority, purpose, grantee, reference, amount_cents, effective_on.
CREATE FUNCTION ledger_api.award(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('grants');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_cents bigint;
    v_effective date;
    v_posted date;
    v_code text;
    v_difference text;
    v_entry bigint;
    v_purse record;
    v_available bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_cents := (v_statement ->> 'amount_cents')::bigint;
        v_effective := (v_statement ->> 'effective_on')::date;
        SELECT w.*, f.kind AS fund_kind, f.code AS fund INTO v_purse
        FROM ledger.purse AS w
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE w.jurisdiction_id = j AND w.id = (v_statement ->> 'purse')::integer
        FOR UPDATE OF w;
        -- What a returned check makes the fund owe its court cannot be awarded.
        v_available := ledger_api.role_balance(j, v_purse.id, 'available')
            + least(0, ledger_api.role_balance(j, v_purse.id, 'due_from_court'));
        v_reply := ledger_api.replay(v_item, 'award', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_difference := ledger_api.postings_differ(j, v_command -> 'postings', jsonb_build_array(
            jsonb_build_object(
                'purse', v_purse.id, 'debit', 'available', 'credit', 'obligated', 'cents', v_cents
            )
        ));
        v_code := CASE
            WHEN (v_cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today THEN 'LG105'
            WHEN v_purse.id IS NULL THEN 'LG806'
            WHEN (v_statement ->> 'purpose' = ANY (v_purse.allowed_purposes)) IS NOT TRUE
                THEN 'LG402'
            WHEN NOT EXISTS (
                SELECT FROM ledger.authority AS a
                WHERE a.jurisdiction_id = j AND a.id = (v_statement ->> 'authority')::integer
            ) THEN 'LG206'
            -- The end of a window ends assessing; what was collected is spent after it.
            WHEN EXISTS (
                SELECT FROM ledger.authority AS a
                WHERE a.jurisdiction_id = j AND a.id = (v_statement ->> 'authority')::integer
                    AND a.effective_from > v_effective
            ) THEN 'LG204'
            WHEN EXISTS (
                SELECT FROM ledger.award AS a
                WHERE a.jurisdiction_id = j AND a.reference = v_statement ->> 'reference'
            ) THEN 'LG411'
            WHEN coalesce(length(v_statement ->> 'grantee'), 0) NOT BETWEEN 1 AND 120
                OR coalesce(length(v_statement ->> 'reference'), 0) NOT BETWEEN 1 AND 60
                THEN 'LG108'
            WHEN v_cents > v_available THEN 'LG401'
            WHEN v_difference IS NOT NULL THEN 'LG310'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'award', v_command, v_code, concat_ws(
                '; ', format('%s for %s, available %s in %s/%s', ledger_api.dollars(v_cents),
                    v_statement ->> 'purpose', ledger_api.dollars(v_available), v_purse.fund,
                    v_purse.purpose),
                CASE v_code WHEN 'LG310' THEN v_difference END
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_purse.fund_id], v_effective);
        v_entry := ledger_api.write_entry(
            'award', v_command, v_effective, v_posted,
            p_authority_id => (v_statement ->> 'authority')::integer
        );
        INSERT INTO ledger.award (
            jurisdiction_id, entry_id, purse_id, authority_id, purpose, grantee, reference,
            amount_cents
        ) VALUES (
            j, v_entry, v_purse.id, (v_statement ->> 'authority')::integer,
            v_statement ->> 'purpose', v_statement ->> 'grantee', v_statement ->> 'reference',
            v_cents
        );
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, v_command -> 'postings', v_statement ->> 'reference'
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.award IS
'Awards grants within what is available in a purse.';
