-- Records files of statements, the statements that they hold and what was found in them; the lines
-- follow in the same transaction. statement: source (entry), format, file_name, file_digest (hex),
-- byte_count, parser_version, reference_version, verdict, controls, line_count, finding_count,
-- statements (bank_account, identity, sequence, currency, is_interim, from_on, to_on,
-- opening_minor, closing_minor, line_count, credit_count, credits_minor, debit_count,
-- debits_minor, verdict), findings (statement, severity, code, record, byte, detail).
-- Locks the digest, then the bank accounts in the order of their entries.
CREATE FUNCTION ledger_api.record_statement_files(p_commands jsonb)
RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_known record;
    v_reading text;
    v_code text;
    v_detail text;
    v_file bigint;
    v_row ledger.statement;
    v_overlap date;
    v_doubts integer;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_reading := concat_ws(
            ':', 'statement-file', v_statement ->> 'file_digest', v_statement ->> 'format',
            coalesce(v_statement ->> 'source', '0'), v_statement ->> 'parser_version',
            v_statement ->> 'reference_version'
        );
        PERFORM pg_advisory_xact_lock(hashtextextended(
            concat_ws(':', j, 'statement_file', v_statement ->> 'file_digest'), 0
        ));
        SELECT e.id INTO v_file FROM ledger.journal_entry AS e
        WHERE e.jurisdiction_id = j AND e.request_key = v_reading;
        IF FOUND THEN
            RETURN NEXT ROW(
                v_item, v_file, 'accepted', true, NULL, NULL, NULL, NULL, NULL
            )::ledger_api.reply;
            CONTINUE;
        END IF;
        SELECT s.name INTO v_known
        FROM ledger.statement_file AS f
        LEFT JOIN ledger.statement_source AS s
            ON s.jurisdiction_id = j AND s.entry_id = f.source_id
        WHERE f.jurisdiction_id = j AND f.file_digest = decode(v_statement ->> 'file_digest', 'hex')
            AND f.verdict <> 'rejected' AND s.name IS DISTINCT FROM (
                SELECT n.name FROM ledger.statement_source AS n
                WHERE n.jurisdiction_id = j AND n.entry_id = (v_statement ->> 'source')::bigint
            );
        v_code := CASE WHEN FOUND THEN 'LG909' END;
        v_detail := format('source %s', coalesce(v_known.name, 'none'));
        IF v_code IS NULL AND v_statement ->> 'source' IS NOT NULL AND NOT EXISTS (
            SELECT FROM ledger.statement_source AS s
            WHERE s.jurisdiction_id = j AND s.entry_id = (v_statement ->> 'source')::bigint
        ) THEN
            v_code := 'LG904';
        END IF;
        IF v_code IS NULL AND v_statement ->> 'verdict' <> 'rejected' THEN
            PERFORM FROM ledger.bank_account AS b
            WHERE b.jurisdiction_id = j AND b.entry_id IN (
                SELECT (s ->> 'bank_account')::bigint
                FROM jsonb_array_elements(v_statement -> 'statements') AS s
            )
            ORDER BY b.entry_id FOR UPDATE;
            SELECT CASE WHEN b.entry_id IS NULL THEN 'LG901' ELSE 'LG903' END,
                format('statement %s in %s', s.i, s.fields ->> 'currency')
            INTO v_code, v_detail
            FROM jsonb_array_elements(v_statement -> 'statements') WITH ORDINALITY
                AS s (fields, i)
            LEFT JOIN ledger.bank_account AS b
                ON b.jurisdiction_id = j AND b.entry_id = (s.fields ->> 'bank_account')::bigint
            WHERE b.entry_id IS NULL
                OR s.fields ->> 'currency' NOT IN (b.currency, 'XXX')
            ORDER BY s.i LIMIT 1;
        END IF;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'statement_file', v_command - 'key', v_code, v_detail
            );
            CONTINUE;
        END IF;

        v_file := ledger_api.write_entry(
            'statement_file', v_command || jsonb_build_object('key', v_reading), v_today, v_today
        );
        v_doubts := jsonb_array_length(v_statement -> 'findings');
        FOR v_row IN
            SELECT j, nextval('ledger.entry_id'), v_file, s.i, s.bank_account, s.identity,
                s.sequence, s.currency, s.is_interim, s.from_on, s.to_on, s.opening_minor,
                s.closing_minor, s.line_count, s.credit_count, s.credits_minor, s.debit_count,
                s.debits_minor, s.verdict
            FROM ROWS FROM (
                jsonb_to_recordset(v_statement -> 'statements') AS (
                    bank_account bigint, identity text, sequence text, currency text,
                    is_interim boolean, from_on date, to_on date, opening_minor bigint,
                    closing_minor bigint, line_count integer, credit_count integer,
                    credits_minor bigint, debit_count integer, debits_minor bigint, verdict text
                )
            ) WITH ORDINALITY AS s (
                bank_account, identity, sequence, currency, is_interim, from_on, to_on,
                opening_minor, closing_minor, line_count, credit_count, credits_minor, debit_count,
                debits_minor, verdict, i
            )
            WHERE v_statement ->> 'verdict' <> 'rejected'
        LOOP
            v_overlap := ledger_api.overlaps_statement(j, v_row);
            IF v_overlap IS NOT NULL THEN
                v_row.verdict := 'quarantined';
                v_doubts := v_doubts + 1;
                INSERT INTO ledger.statement_finding (
                    jurisdiction_id, entry_id, finding_no, statement_no, severity, code, record_no,
                    byte_offset, detail
                ) VALUES (
                    j, v_file, v_doubts, v_row.statement_no, 'doubt', 'periodOverlaps', 0, 0,
                    format('another statement tells about days from %s on', v_overlap)
                );
            END IF;
            PERFORM ledger_api.write_entry(
                'statement', '{"statement": {}}', v_today, v_today, p_id => v_row.entry_id
            );
            INSERT INTO ledger.statement SELECT v_row.*;
            IF v_row.verdict = 'accepted' THEN
                PERFORM ledger_api.supersede_statements(j, v_row.entry_id, v_row.entry_id);
            END IF;
        END LOOP;
        INSERT INTO ledger.statement_file (
            jurisdiction_id, entry_id, source_id, format, file_name, file_digest, byte_count,
            parser_version, reference_version, verdict, controls, statement_count, line_count,
            finding_count
        ) SELECT j, v_file, (v_statement ->> 'source')::bigint, v_statement ->> 'format',
            v_statement ->> 'file_name', decode(v_statement ->> 'file_digest', 'hex'),
            (v_statement ->> 'byte_count')::bigint, (v_statement ->> 'parser_version')::integer,
            (v_statement ->> 'reference_version')::integer,
            CASE WHEN v_statement ->> 'verdict' = 'accepted'
                AND v_doubts > jsonb_array_length(v_statement -> 'findings') THEN 'quarantined'
                ELSE v_statement ->> 'verdict' END,
            v_statement ->> 'controls', jsonb_array_length(v_statement -> 'statements'),
            (v_statement ->> 'line_count')::bigint,
            (v_statement ->> 'finding_count')::integer + v_doubts
                - jsonb_array_length(v_statement -> 'findings');
        INSERT INTO ledger.statement_finding (
            jurisdiction_id, entry_id, finding_no, statement_no, severity, code, record_no,
            byte_offset, detail
        )
        SELECT j, v_file, f.i, (f.fields ->> 'statement')::integer, f.fields ->> 'severity',
            f.fields ->> 'code', (f.fields ->> 'record')::bigint, (f.fields ->> 'byte')::bigint,
            f.fields ->> 'detail'
        FROM jsonb_array_elements(v_statement -> 'findings') WITH ORDINALITY AS f (fields, i);
        RETURN NEXT ledger_api.accept(v_item, v_file, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.record_statement_files IS
'Records files of statements, the statements that they hold and what was found in them.';
