-- Receives money of which nobody knows the docket: it waits, unapplied, under its receipt number.
-- statement: fund, amount_cents, method, source, number (NULL: the till's book gives it),
-- payer_reference, effective_on.
CREATE FUNCTION ledger_api.record_unidentified(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_purse integer;
    v_number text;
    v_posted date;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            fund integer, amount_cents bigint, method text, source text, number text,
            payer_reference text, effective_on date
        );
        SELECT min(w.id) INTO v_purse
        FROM ledger.purse AS w
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE w.jurisdiction_id = j AND w.fund_id = v_said.fund AND f.kind LIKE 'custodial%';
        -- Nobody closes the till meanwhile.
        PERFORM pg_advisory_xact_lock_shared(ledger_api.till_key(j, v_said.source));
        PERFORM pg_advisory_xact_lock(
            hashtextextended(concat_ws(':', j, v_said.source, v_said.number), 0)
        );
        v_reply := ledger_api.replay(v_item, 'collection', v_command);
        IF v_reply.item IS NOT NULL THEN
            SELECT c.number INTO v_reply.reference FROM ledger.receipt AS c
            WHERE c.jurisdiction_id = j AND c.entry_id = v_reply.entry_id;
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN (v_said.amount_cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN v_purse IS NULL THEN 'LG801'
            WHEN (v_said.method IN ('cash', 'check', 'card', 'ach', 'wire', 'other')) IS NOT TRUE
                THEN 'LG111'
            WHEN coalesce(length(v_said.source), 0) NOT BETWEEN 1 AND 60
                OR length(v_said.number) NOT BETWEEN 1 AND 60
                OR length(v_said.payer_reference) > 60 THEN 'LG108'
            WHEN EXISTS (
                SELECT FROM ledger_api.judge_receipt_numbers(
                    j, v_said.source, array_remove(ARRAY[v_said.number], NULL)
                )
            ) THEN 'LG309'
            WHEN EXISTS (
                SELECT FROM ledger_api.judge_till(j, v_said.source, ARRAY[v_said.number], 1)
            ) THEN 'LG320'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'collection', v_command, v_code, format(
                '%s received %s by %s, receipt %s of %s', ledger_api.dollars(v_said.amount_cents),
                v_said.effective_on, v_said.method, coalesce(v_said.number, 'of the book'),
                v_said.source
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_said.fund], v_said.effective_on);
        v_number := v_said.number;
        WHILE v_number IS NULL LOOP
            INSERT INTO ledger.receipt_book AS b (jurisdiction_id, source, last_number)
            VALUES (j, v_said.source, 1)
            ON CONFLICT (jurisdiction_id, source) DO UPDATE SET last_number = b.last_number + 1
            RETURNING last_number::text INTO v_number;
            -- The book passes over numbers that were stated.
            IF EXISTS (
                SELECT FROM ledger_api.judge_receipt_numbers(j, v_said.source, ARRAY[v_number])
            ) THEN
                v_number := NULL;
            END IF;
        END LOOP;
        v_entry := ledger_api.write_entry(
            'collection', v_command, v_said.effective_on, v_posted
        );
        INSERT INTO ledger.receipt (
            jurisdiction_id, entry_id, source, number, method, payer_reference, amount_cents
        ) VALUES (
            j, v_entry, v_said.source, v_number, v_said.method, v_said.payer_reference,
            v_said.amount_cents
        );
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.move_drafts(j, v_purse, jsonb_build_array(
                jsonb_build_object('debit', 'undeposited', 'credit', 'unapplied',
                    'cents', v_said.amount_cents)
            )), v_number
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.record_unidentified IS
'Receives money of which nobody knows the docket: it waits, unapplied, under its receipt number.';
