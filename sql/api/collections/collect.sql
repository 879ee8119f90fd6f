-- The one routine behind both shapes of the door. One element of each header array per collection,
-- one of each posting array per posting (p_item counts from 1). p_numbers NULL: the till's book
-- gives the receipt number. p_codes, p_details: refusals already decided. p_origin is that of every
-- collection of the batch. Dockets that would end wrongly are refused whole.
CREATE FUNCTION ledger_api.collect(
    p_source text,
    p_keys text[],
    p_fingerprints bytea[],
    p_docket_ids bigint[],
    p_effective_on date[],
    p_amounts bigint[],
    p_numbers text[],
    p_methods text[],
    p_payers text[],
    p_memos text[],
    p_codes text[],
    p_details text[],
    p_item integer[],
    p_purse integer[],
    p_debit integer[],
    p_credit integer[],
    p_cents bigint[],
    p_debt smallint[],
    p_share smallint[],
    p_origin text
) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_principal integer := ledger_api.bound_principal();
    v_today date := ledger_api.court_today();
    v_now timestamptz := clock_timestamp();
    v_first_open date;
    -- As long as the keys, however many codes were given.
    v_codes text[] := ARRAY(
        SELECT u.code FROM unnest(p_keys, p_codes) WITH ORDINALITY AS u (key, code, i) ORDER BY u.i
    );
    v_details text[] := p_details;
    v_items integer[];
    v_accepted integer[];
    v_ids bigint[];
    v_last bigint;
    v_numbers text[] := p_numbers;
    v_known bigint;
    v_states ledger_api.debt_state[];
    v_entry_of bigint[];
    v_bad record;
    v_item integer;
    v_refused_dockets bigint[] := '{}';
    v_dockets bigint[];
    v_debts smallint[];
    v_shares smallint[];
    v_shared_cents bigint[];
BEGIN
    v_first_open := ledger_api.posting_day(j, ARRAY(
        SELECT DISTINCT w.fund_id FROM ledger.purse AS w
        WHERE w.jurisdiction_id = j AND w.id IN (SELECT unnest(p_purse))
    ), '-infinity');
    PERFORM ledger_api.lock_dockets(j, p_docket_ids);
    -- Two counters may not state one number at once; the lines of a file differ by their keys.
    IF cardinality(p_numbers) = 1 THEN
        PERFORM pg_advisory_xact_lock(
            hashtextextended(concat_ws(':', j, p_source, p_numbers[1]), 0)
        );
    END IF;
    -- Nobody closes the till meanwhile.
    PERFORM pg_advisory_xact_lock_shared(ledger_api.till_key(j, p_source));

    SELECT array_agg(u.i ORDER BY u.i) FILTER (WHERE e.id IS NULL),
        count(e.id) INTO v_items, v_known
    FROM unnest(p_keys) WITH ORDINALITY AS u (key, i)
    LEFT JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.request_key = u.key;
    IF v_known > 0 THEN
        RETURN QUERY SELECT * FROM ledger_api.replay_collections(j, p_keys, p_fingerprints);
    END IF;
    IF v_items IS NULL THEN
        RETURN;
    END IF;

    -- Decide: each collection by itself, then each docket as it would stand.
    FOR v_bad IN
        SELECT q.item, q.code, q.detail FROM ledger_api.judge_collections(
            j, v_today, p_docket_ids, p_effective_on, p_amounts, p_numbers, p_methods, p_payers
        ) AS q
        UNION ALL
        SELECT q.item, q.code, q.detail FROM ledger_api.judge_collection_lines(
            j, p_docket_ids, p_amounts, p_item, p_purse, p_debit, p_credit, p_cents, p_debt,
            p_share
        ) AS q
        UNION ALL
        SELECT q.item, q.code, q.detail
        FROM ledger_api.judge_receipt_numbers(j, p_source, p_numbers) AS q
        UNION ALL
        SELECT q.item, q.code, q.detail
        FROM ledger_api.judge_till(j, p_source, p_numbers, cardinality(p_keys)) AS q
        UNION ALL
        SELECT q.item, 'LG329', coalesce(p_origin, 'none')
        FROM generate_series(1, cardinality(p_keys)) AS q (item)
        WHERE (p_origin IN ('payment', 'bond', 'windfall')) IS NOT TRUE
    LOOP
        v_details[v_bad.item] := CASE WHEN v_codes[v_bad.item] IS NULL THEN v_bad.detail
            ELSE v_details[v_bad.item] END;
        v_codes[v_bad.item] := coalesce(v_codes[v_bad.item], v_bad.code);
    END LOOP;
    SELECT array_agg(s.docket), array_agg(s.debt), array_agg(s.share), array_agg(s.cents)
    INTO v_dockets, v_debts, v_shares, v_shared_cents
    FROM ledger_api.shared_lines(
        j, p_docket_ids, ledger_api.without_code(v_items, v_codes), p_item, p_purse, p_cents,
        p_debt, p_share
    ) AS s;
    SELECT array_agg(q) INTO v_states
    FROM ledger_api.judge_dockets(j, v_dockets, v_debts, v_shares, v_shared_cents) AS q;
    FOR v_bad IN
        SELECT DISTINCT ON (q.docket_id) q.docket_id, q.code, format('debt %s', q.debt_no) AS detail
        FROM (
            SELECT s.docket_id, s.debt_no, s.code FROM unnest(v_states) AS s
            UNION ALL
            -- What one docket pays to a joint claim changes what another may.
            SELECT c.docket_id, c.debt_no, 'LG311' FROM (
                SELECT s.docket_id, s.debt_no, row_number() OVER (
                    PARTITION BY s.claim_id ORDER BY s.docket_id
                ) AS place
                FROM unnest(v_states) AS s WHERE s.claim_id IS NOT NULL
            ) AS c WHERE c.place > 1
        ) AS q
        WHERE q.code IS NOT NULL
        ORDER BY q.docket_id, q.code, q.debt_no
    LOOP
        FOR v_item IN
            SELECT u.i FROM unnest(p_docket_ids) WITH ORDINALITY AS u (docket, i)
            WHERE u.docket = v_bad.docket_id
        LOOP
            v_details[v_item] := coalesce(v_details[v_item], v_bad.detail);
            v_codes[v_item] := coalesce(v_codes[v_item], v_bad.code);
        END LOOP;
        v_refused_dockets := v_refused_dockets || v_bad.docket_id;
    END LOOP;

    -- Number the receipts, then write.
    v_accepted := ledger_api.without_code(v_items, v_codes);
    WHILE p_numbers IS NULL AND v_accepted <> '{}' LOOP
        INSERT INTO ledger.receipt_book AS b (jurisdiction_id, source, last_number)
        VALUES (j, p_source, cardinality(v_accepted))
        ON CONFLICT (jurisdiction_id, source)
        DO UPDATE SET last_number = b.last_number + excluded.last_number
        RETURNING last_number - cardinality(v_accepted) INTO v_last;
        SELECT array_agg((v_last + n.k)::text ORDER BY u.i) INTO v_numbers
        FROM generate_series(1, cardinality(p_keys)) AS u (i)
        LEFT JOIN unnest(v_accepted) WITH ORDINALITY AS n (i, k) ON n.i = u.i;
        -- The book passes over numbers that were stated.
        EXIT WHEN NOT EXISTS (
            SELECT FROM ledger_api.judge_receipt_numbers(
                j, p_source, array_remove(v_numbers, NULL)
            )
        );
    END LOOP;
    SELECT array_agg(nextval('ledger.entry_id')) INTO v_ids
    FROM generate_series(1, cardinality(v_items));
    RETURN QUERY SELECT * FROM ledger_api.write_collections(
        j, v_principal, v_today, v_now, v_first_open, p_source, v_items, v_ids, p_keys,
        p_fingerprints, p_docket_ids, p_effective_on, p_amounts, v_numbers, p_methods, p_payers,
        p_memos, v_codes, v_details
    );
    INSERT INTO ledger.receipt_origin (jurisdiction_id, entry_id, origin)
    SELECT j, n.id, p_origin FROM unnest(v_items, v_ids) AS n (i, id)
    WHERE p_origin <> 'payment' AND v_codes[n.i] IS NULL;
    SELECT array_agg(coalesce(n.id, 0) ORDER BY u.i) INTO v_entry_of
    FROM unnest(v_codes) WITH ORDINALITY AS u (code, i)
    LEFT JOIN unnest(v_items, v_ids) AS n (i, id) ON n.i = u.i AND u.code IS NULL;
    INSERT INTO ledger.posting (
        jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
        amount_cents, posted_on, debt_no, share_no
    )
    SELECT j, v_entry_of[p.item], row_number() OVER (PARTITION BY p.item ORDER BY p.k), p.purse,
        p.debit, p.credit, p.cents, greatest(p_effective_on[p.item], v_first_open), p.debt, p.share
    FROM unnest(p_item, p_purse, p_debit, p_credit, p_cents, p_debt, p_share) WITH ORDINALITY
        AS p (item, purse, debit, credit, cents, debt, share, k)
    WHERE v_entry_of[p.item] > 0;
    UPDATE ledger.debt_total AS t
    SET applied_cents = q.applied_cents, held_cents = q.held_cents
    FROM unnest(v_states) AS q
    WHERE t.jurisdiction_id = j AND t.docket_id = q.docket_id AND t.debt_no = q.debt_no
        AND q.docket_id <> ALL (v_refused_dockets) AND t.held_cents <> q.held_cents
        AND t.claim_id IS NULL;
    PERFORM ledger_api.set_claims(j, v_states, v_refused_dockets);
END $$;
COMMENT ON FUNCTION ledger_api.collect IS
'The one routine behind both shapes of the door that records collections.';
