-- Closes a fund's books through a day, or reopens them (by another person than the one who closed
-- them). Closing waits for writers, seals what stands, then certifies.
-- statement: fund, action, closed_through.
CREATE FUNCTION ledger_api.change_periods(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('approver', 'owner');
    v_principal integer := ledger_api.bound_principal();
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_fund ledger.fund;
    v_through date;
    v_stored date;
    v_close boolean;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_close := v_statement ->> 'action' = 'close';
        v_through := (v_statement ->> 'closed_through')::date;
        SELECT f.* INTO v_fund FROM ledger.fund AS f
        WHERE f.jurisdiction_id = j AND f.code = v_statement ->> 'fund';
        PERFORM pg_advisory_xact_lock(j, v_fund.id);
        v_reply := ledger_api.replay(v_item, 'period', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_stored := (
            SELECT p.closed_through FROM ledger.fund_period AS p
            WHERE p.jurisdiction_id = j AND p.fund_id = v_fund.id
        );
        v_code := CASE
            WHEN v_fund.id IS NULL THEN 'LG801'
            WHEN isfinite(v_through) IS NOT TRUE THEN 'LG109'
            WHEN v_close AND v_through >= v_today THEN 'LG501'
            WHEN v_close AND v_through <= v_stored THEN 'LG502'
            WHEN NOT v_close AND (v_through < v_stored) IS NOT TRUE THEN 'LG503'
            WHEN NOT v_close AND v_principal = (
                SELECT e.principal_id
                FROM ledger.period_change AS c
                JOIN ledger.journal_entry AS e
                    ON e.jurisdiction_id = j AND e.id = c.entry_id
                WHERE c.jurisdiction_id = j AND c.fund_id = v_fund.id AND c.action = 'close'
                ORDER BY c.entry_id DESC
                LIMIT 1
            ) THEN 'LG406'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'period', v_command, v_code, format(
                'fund %s, through %s, closed through %s', v_statement ->> 'fund', v_through,
                coalesce(v_stored::text, 'nothing')
            ));
            CONTINUE;
        END IF;
        WHILE ledger_api.seal() > 0 LOOP
        END LOOP;
        v_entry := ledger_api.write_entry('period', v_command, v_today, v_today);
        INSERT INTO ledger.period_change (
            jurisdiction_id, entry_id, fund_id, action, closed_through
        ) VALUES (j, v_entry, v_fund.id, v_statement ->> 'action', v_through);
        INSERT INTO ledger.fund_period AS p (jurisdiction_id, fund_id, closed_through)
        VALUES (j, v_fund.id, v_through)
        ON CONFLICT (jurisdiction_id, fund_id)
        DO UPDATE SET closed_through = excluded.closed_through;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, v_fund.code);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.change_periods IS
'Closes a fund''s books through a day, or reopens them. statement: fund, action, closed_through.';
