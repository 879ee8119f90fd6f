-- Releases unspent parts of awards to their purse. statement: award, amount_cents, effective_on.
CREATE FUNCTION ledger_api.deobligate(p_commands jsonb) RETURNS SETOF ledger_api.reply
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
    v_award ledger.award;
    v_purse record;
    v_open bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_cents := (v_statement ->> 'amount_cents')::bigint;
        v_effective := (v_statement ->> 'effective_on')::date;
        SELECT a.* INTO v_award FROM ledger.award AS a
        WHERE a.jurisdiction_id = j AND a.reference = v_statement ->> 'award';
        SELECT w.*, f.kind AS fund_kind, f.code AS fund INTO v_purse
        FROM ledger.purse AS w
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE w.jurisdiction_id = j AND w.id = v_award.purse_id
        FOR UPDATE OF w;
        v_open := v_award.amount_cents - coalesce((
            SELECT sum(d.amount_cents) FROM ledger.disbursement AS d
            WHERE d.jurisdiction_id = j AND d.award_id = v_award.entry_id
        ), 0) - coalesce((
            SELECT sum(d.amount_cents) FROM ledger.deobligation AS d
            WHERE d.jurisdiction_id = j AND d.award_id = v_award.entry_id
        ), 0);
        v_reply := ledger_api.replay(v_item, 'deobligation', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_difference := ledger_api.postings_differ(j, v_command -> 'postings', jsonb_build_array(
            jsonb_build_object(
                'purse', v_purse.id, 'debit', 'obligated', 'credit', 'available', 'cents', v_cents
            )
        ));
        v_code := CASE
            WHEN (v_cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today THEN 'LG105'
            WHEN v_award.entry_id IS NULL THEN 'LG403'
            WHEN v_cents > v_open THEN 'LG405'
            WHEN v_difference IS NOT NULL THEN 'LG310'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'deobligation', v_command, v_code, concat_ws(
                '; ', format('%s, open %s of award %s', ledger_api.dollars(v_cents),
                    ledger_api.dollars(v_open), v_statement ->> 'award'),
                CASE v_code WHEN 'LG310' THEN v_difference END
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_purse.fund_id], v_effective);
        v_entry := ledger_api.write_entry(
            'deobligation', v_command, v_effective, v_posted, p_authority_id => v_award.authority_id
        );
        INSERT INTO ledger.deobligation (jurisdiction_id, entry_id, award_id, amount_cents)
        VALUES (j, v_entry, v_award.entry_id, v_cents);
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, v_command -> 'postings', v_award.reference
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.deobligate IS
'Releases unspent parts of awards to their purse.';
