-- Matches lines of statements with entries of the books, as a person decides. statement: account
-- (entry), lines (statement, ordinal, amount_minor), entries (entry, amount_cents), where no amount
-- means all that is open; difference_role: the account that takes what the lines move and the
-- entries do not; reason. Without entries a line is posted straight from its statement.
-- Locks the purses of the fund, then the bank account.
CREATE FUNCTION ledger_api.record_matches(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_account ledger.bank_account;
    v_fund integer;
    v_kind text;
    v_found record;
    v_bad record;
    v_code text;
    v_entry bigint;
    v_posted date;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            account bigint, lines jsonb, entries jsonb, difference_role text, reason text
        );
        v_kind := CASE jsonb_array_length(v_said.entries) WHEN 0
            THEN coalesce(v_said.difference_role, 'match') ELSE 'match' END;
        SELECT a.fund_id INTO v_fund
        FROM ledger.bank_account AS b
        JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = b.account_id
        WHERE b.jurisdiction_id = j AND b.entry_id = v_said.account;
        PERFORM FROM ledger.purse AS w
        WHERE w.jurisdiction_id = j AND w.fund_id = v_fund
            AND v_said.difference_role IS NOT NULL
        ORDER BY w.id FOR UPDATE;
        SELECT * INTO v_account FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j AND b.entry_id = v_said.account
        FOR UPDATE;
        v_reply := ledger_api.replay(v_item, v_kind, v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;

        SELECT * INTO v_bad
        FROM ledger_api.stated_members(j, v_account, v_said.lines, v_said.entries) AS m
        ORDER BY m.code IS NULL, m.is_line DESC, m.id, m.ordinal LIMIT 1;
        SELECT coalesce(sum(CASE WHEN m.is_line THEN m.cents ELSE -m.cents END), 0)::bigint
                AS difference,
            count(*) AS members, max(m.moved_on) AS moved_on
        INTO v_found
        FROM ledger_api.stated_members(j, v_account, v_said.lines, v_said.entries) AS m;
        v_code := CASE
            WHEN v_account.entry_id IS NULL THEN 'LG901'
            WHEN v_bad.code IS NOT NULL THEN v_bad.code
            WHEN length(v_said.reason) NOT BETWEEN 1 AND 200 OR v_said.difference_role
                NOT IN ('bank_fees', 'bank_interest', 'cash_over_short') THEN 'LG108'
            WHEN (v_found.difference = 0) = (v_said.difference_role IS NOT NULL)
                OR v_found.members + (v_said.difference_role IS NOT NULL)::integer < 2 THEN 'LG921'
            WHEN v_found.difference <> 0 AND v_found.moved_on > v_today THEN 'LG105'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, v_kind, v_command, v_code, CASE
                WHEN v_bad.code IS NOT NULL THEN ledger_api.member_words(
                    j, v_account, v_bad.is_line, v_bad.id, v_bad.ordinal, v_bad.open_cents
                )
                WHEN v_code = 'LG921' THEN format(
                    '%s lines and entries, difference %s cents', v_found.members,
                    v_found.difference
                )
                ELSE concat_ws(', ', v_said.difference_role, v_found.moved_on)
            END);
            CONTINUE;
        END IF;
        v_posted := CASE v_found.difference WHEN 0 THEN v_today
            ELSE ledger_api.posting_day(j, ARRAY[v_fund], v_found.moved_on) END;
        v_entry := ledger_api.write_entry(
            v_kind, v_command, CASE v_found.difference WHEN 0 THEN v_today
                ELSE v_found.moved_on END, v_posted
        );
        v_reply := ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.difference_posting(
                j, v_account, v_fund, v_said.difference_role, v_found.difference
            ), '1'
        );
        PERFORM ledger_api.write_matches(
            j, v_entry, v_account.entry_id, NULL, NULL, '{1}', '{accepted}', '{NULL}', '{0}',
            '{NULL}', '{0}', '{0}', ARRAY[v_said.reason],
            array_agg(1) FILTER (WHERE m.is_line), array_agg(m.id) FILTER (WHERE m.is_line),
            array_agg(m.ordinal) FILTER (WHERE m.is_line),
            array_agg(m.cents) FILTER (WHERE m.is_line),
            array_agg(1) FILTER (WHERE NOT m.is_line), array_agg(m.id) FILTER (WHERE NOT m.is_line),
            array_agg(m.cents) FILTER (WHERE NOT m.is_line)
        )
        FROM (
            SELECT m.is_line, m.id, m.ordinal, m.cents
            FROM ledger_api.stated_members(j, v_account, v_said.lines, v_said.entries) AS m
            UNION ALL
            -- What the difference posted is an entry like the others, so that the sums are equal.
            SELECT false, v_entry, NULL, v_found.difference WHERE v_found.difference <> 0
        ) AS m;
        RETURN NEXT v_reply;
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.record_matches IS
'Matches lines of statements with entries of the books, as a person decides.';
