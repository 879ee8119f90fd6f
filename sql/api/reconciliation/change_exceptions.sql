-- Records who sees to an exception and by when, how it ended, or that it did not. statement:
-- exception, change, and of an assignment login and due_on (or null), of a resolution resolution
-- and reason, of a reopening reason. An exception is named as the list of the day has it; only one
-- that is there is resolved, and only lines of a statement or the books by an error.
CREATE FUNCTION ledger_api.change_exceptions(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler', 'approver');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_owner integer;
    v_last text;
    v_names text[] := ARRAY(SELECT x.name FROM ledger_api.exception_list(v_today, NULL) AS x);
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        PERFORM pg_advisory_xact_lock(hashtextextended(
            concat_ws(':', j, 'exception', v_statement ->> 'exception'), 0
        ));
        v_reply := ledger_api.replay(v_item, 'exception', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_owner := (
            SELECT p.id FROM ledger.principal AS p
            WHERE p.login = v_statement ->> 'login' AND EXISTS (
                SELECT FROM ledger.principal_role AS r
                WHERE r.jurisdiction_id = j AND r.principal_id = p.id AND r.role <> 'public'
            )
        );
        v_last := (
            SELECT c.change FROM ledger.exception_change AS c
            WHERE c.jurisdiction_id = j AND c.exception = v_statement ->> 'exception'
                AND c.change <> 'assigned'
            ORDER BY c.entry_id DESC LIMIT 1
        );
        v_code := CASE
            WHEN (v_statement ->> 'change' IN ('assigned', 'resolved', 'reopened')) IS NOT TRUE
                THEN 'LG108'
            WHEN v_statement ->> 'change' = 'reopened' AND v_last IS DISTINCT FROM 'resolved'
                THEN 'LG958'
            WHEN v_statement ->> 'change' <> 'reopened'
                AND (v_statement ->> 'exception' = ANY (v_names)) IS NOT TRUE THEN 'LG958'
            WHEN v_statement ->> 'change' = 'assigned' AND v_owner IS NULL THEN 'LG601'
            WHEN v_statement ->> 'change' = 'assigned' THEN CASE
                WHEN NOT isfinite((v_statement ->> 'due_on')::date) THEN 'LG109' END
            WHEN coalesce(length(v_statement ->> 'reason'), 0) NOT BETWEEN 1 AND 200 THEN 'LG108'
            WHEN v_statement ->> 'change' = 'resolved' AND (CASE v_statement ->> 'resolution'
                WHEN 'explained' THEN v_statement ->> 'exception' !~ '^(bank|book|tie)-'
                WHEN 'bank_error' THEN v_statement ->> 'exception' ~ '^bank-'
                WHEN 'book_error' THEN v_statement ->> 'exception' ~ '^book-'
            END) IS NOT TRUE THEN 'LG959'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'exception', v_command, v_code, CASE v_code
                WHEN 'LG601' THEN v_statement ->> 'login' WHEN 'LG108' THEN 'reason'
                ELSE concat_ws(', ', v_statement ->> 'exception', v_statement ->> 'resolution') END
            );
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('exception', v_command, v_today, v_today);
        INSERT INTO ledger.exception_change (
            jurisdiction_id, entry_id, exception, change, owner_id, due_on, resolution, reason
        )
        SELECT j, v_entry, v_statement ->> 'exception', c.change,
            CASE c.change WHEN 'assigned' THEN v_owner END,
            CASE c.change WHEN 'assigned' THEN (v_statement ->> 'due_on')::date END,
            CASE c.change WHEN 'resolved' THEN v_statement ->> 'resolution' END,
            CASE WHEN c.change <> 'assigned' THEN v_statement ->> 'reason' END
        FROM (SELECT v_statement ->> 'change' AS change) AS c;
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_today, NULL, v_statement ->> 'exception'
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.change_exceptions IS
'Records who sees to an exception and by when, how it ended, or that it did not.';
