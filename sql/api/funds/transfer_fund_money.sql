-- Transfers into a federal fund what the law says, computed from the books: what was not yet
-- transferred of the amount that the clause names, negative where collected money was taken back.
-- A negative transfer takes first what is unapportioned, then what is allotted and not awarded.
-- statement: clause, through (of 3014(d)), year (of 3014(h)(1)), effective_on.
CREATE FUNCTION ledger_api.transfer_fund_money(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('grants');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_basis record;
    v_cents bigint;
    v_free bigint;
    v_allotted bigint;
    v_posted date;
    v_entry bigint;
    v_code text;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            clause text, through date, year integer, effective_on date
        );
        PERFORM FROM ledger.purse AS w
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE w.jurisdiction_id = j AND f.kind = 'federal'
        ORDER BY w.id FOR UPDATE OF w;
        v_reply := ledger_api.replay(v_item, 'fund_transfer', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT * INTO v_basis FROM ledger_api.transfer_basis(
            j, v_said.clause, v_said.through, v_said.year
        );
        v_cents := v_basis.lawful_cents - v_basis.before_cents;
        v_free := ledger_api.role_balance(j, v_basis.purse_id, 'unapportioned');
        v_allotted := ledger_api.role_balance(j, v_basis.purse_id, 'available');
        v_code := CASE
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN v_basis.purse_id IS NULL THEN 'LG418'
            WHEN isfinite(v_basis.covers_through) IS NOT TRUE THEN 'LG109'
            WHEN v_said.clause = '3014(d)' AND v_basis.covers_through > v_said.effective_on
                OR v_basis.covers_from > v_said.effective_on THEN 'LG419'
            WHEN v_basis.covers_through < v_basis.last_covered THEN 'LG417'
            WHEN -v_cents > least(
                ledger_api.role_balance(j, v_basis.purse_id, 'cash'), v_free + v_allotted
            ) THEN 'LG407'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'fund_transfer', v_command, v_code, concat_ws(
                '; ', format('%s through %s', v_said.clause,
                    coalesce(v_basis.covers_through, v_said.through)),
                CASE v_code WHEN 'LG407' THEN format('%s to take back, %s free',
                        ledger_api.dollars(-v_cents), ledger_api.dollars(v_free + v_allotted))
                    WHEN 'LG417' THEN format('already covered through %s', v_basis.last_covered)
                END
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_basis.fund_id], v_said.effective_on);
        v_entry := ledger_api.write_entry(
            'fund_transfer', v_command, v_said.effective_on, v_posted,
            p_authority_id => v_basis.authority_id
        );
        INSERT INTO ledger.fund_transfer (
            jurisdiction_id, entry_id, purse_id, clause, covers_from, covers_through,
            basis_cents, amount_cents
        ) VALUES (
            j, v_entry, v_basis.purse_id, v_said.clause, v_basis.covers_from,
            v_basis.covers_through, v_basis.basis_cents, v_cents
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_posted, ledger_api.transfer_postings(
            j, v_basis.purse_id, v_cents, greatest(-v_cents - v_free, 0)
        ), (v_cents / 100.0)::numeric(20, 2)::text);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.transfer_fund_money IS
'Transfers into a federal fund what the law says and was not yet transferred, from the books.';
