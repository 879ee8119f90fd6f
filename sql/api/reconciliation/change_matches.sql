-- What people decide about matches: proposals accepted or rejected, matches dissolved. statement:
-- change (accepted, rejected, dissolved: one only), matches (entry, match_no), reason. All or none.
-- What a match posted for itself is taken back when it is dissolved. Locks the purses of that, then
-- the bank accounts in the order of their entries.
CREATE FUNCTION ledger_api.change_matches(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_bad record;
    v_posted bigint;
    v_posted_on date;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            change text, matches jsonb, reason text
        );
        v_posted := NULL;
        IF v_said.change = 'dissolved' THEN
            SELECT min(p.entry_id) INTO v_posted
            FROM jsonb_to_recordset(v_said.matches) AS s (entry bigint)
            JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = s.entry;
            PERFORM FROM ledger.purse AS w
            WHERE w.jurisdiction_id = j AND w.id IN (
                SELECT p.purse_id FROM ledger.posting AS p
                WHERE p.jurisdiction_id = j AND p.entry_id = v_posted
            )
            ORDER BY w.id FOR UPDATE;
        END IF;
        PERFORM FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j AND b.entry_id IN (
            SELECT m.bank_account_id
            FROM jsonb_to_recordset(v_said.matches) AS s (entry bigint, match_no integer)
            JOIN ledger.match AS m ON m.jurisdiction_id = j AND m.entry_id = s.entry
                AND m.match_no = s.match_no
        )
        ORDER BY b.entry_id FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'match_change', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT s.entry, s.match_no, t.state, CASE
                WHEN t.state IS NULL THEN 'LG930'
                WHEN v_said.change = 'accepted' AND t.state = 'overtaken' THEN 'LG920'
                WHEN (CASE v_said.change
                    WHEN 'accepted' THEN t.state = 'proposed' AND m.difference_minor = 0
                    WHEN 'rejected' THEN t.state IN ('proposed', 'ambiguous', 'overtaken')
                    -- Once only, and not what explains the taking back itself.
                    WHEN 'dissolved' THEN t.state IN ('confirmed', 'accepted')
                        AND jsonb_array_length(v_said.matches) = 1 AND e.kind <> 'match_change'
                END) IS NOT TRUE THEN 'LG923'
            END AS code
        INTO v_bad
        FROM jsonb_to_recordset(v_said.matches) AS s (entry bigint, match_no integer)
        LEFT JOIN ledger_api.match_state AS t
            ON t.jurisdiction_id = j AND t.entry_id = s.entry AND t.match_no = s.match_no
        LEFT JOIN ledger.match AS m
            ON m.jurisdiction_id = j AND m.entry_id = s.entry AND m.match_no = s.match_no
        LEFT JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = s.entry
        ORDER BY 4, 1, 2 LIMIT 1;
        v_code := CASE
            WHEN v_bad.entry IS NULL THEN 'LG930'
            WHEN v_bad.code IS NOT NULL THEN v_bad.code
            WHEN length(v_said.reason) NOT BETWEEN 1 AND 200
                OR v_said.change = 'dissolved' AND v_said.reason IS NULL THEN 'LG108'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'match_change', v_command, v_code, format(
                'match %s-%s is %s', ledger_api.number_of(j, v_bad.entry), v_bad.match_no,
                coalesce(v_bad.state, 'not there')
            ));
            CONTINUE;
        END IF;
        v_posted_on := CASE WHEN v_posted IS NULL THEN v_today ELSE ledger_api.posting_day(j, ARRAY(
            SELECT w.fund_id FROM ledger.posting AS p
            JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = p.purse_id
            WHERE p.jurisdiction_id = j AND p.entry_id = v_posted
        ), v_today) END;
        v_entry := ledger_api.write_entry(
            'match_change', v_command, v_today, v_posted_on, p_reverses_entry_id => v_posted
        );
        INSERT INTO ledger.match_change (
            jurisdiction_id, entry_id, match_entry_id, match_no, change, reason
        )
        SELECT j, v_entry, s.entry, s.match_no, v_said.change, v_said.reason
        FROM jsonb_to_recordset(v_said.matches) AS s (entry bigint, match_no integer)
        ORDER BY s.entry, s.match_no;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_posted_on, (
            SELECT jsonb_agg(jsonb_build_object(
                'purse', p.purse_id, 'cents', p.amount_cents, 'debit', p.credit_account_id,
                'credit', p.debit_account_id
            ) ORDER BY p.line)
            FROM ledger.posting AS p
            WHERE p.jurisdiction_id = j AND p.entry_id = v_posted
        ), NULL);
        -- What was posted and what takes it back explain each other: no bank saw either.
        PERFORM ledger_api.write_matches(
            j, v_entry, m.bank_account_id, NULL, NULL, '{1}', '{accepted}', '{NULL}', '{0}',
            '{NULL}', '{0}', '{0}', ARRAY[v_said.reason], '{}', '{}', '{}', '{}',
            '{1,1}', ARRAY[v_posted, v_entry], ARRAY[b.amount_cents, -b.amount_cents]
        )
        FROM ledger.match AS m
        JOIN ledger.match_book_line AS b
            ON b.jurisdiction_id = j AND b.entry_id = m.entry_id AND b.match_no = m.match_no
            AND b.book_entry_id = m.entry_id
        WHERE m.jurisdiction_id = j AND m.entry_id = v_posted;
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.change_matches IS
'What people decide about matches: proposals accepted or rejected, matches dissolved.';
