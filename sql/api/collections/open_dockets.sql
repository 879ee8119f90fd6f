-- Opens dockets. One element of each array per docket; references and keys are the court's own.
-- No reference is kept but in docket_reference: what must be remembered of it is its commitment,
-- which tells nothing without the salt, so that an order to expunge it can be obeyed.
CREATE FUNCTION ledger_api.open_dockets(
    p_keys text[],
    p_references text[],
    p_fund_ids integer[],
    p_judgment_on date[],
    p_is_entity boolean[],
    p_payment_orders text[]
) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET join_collapse_limit = 1 AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_principal integer := ledger_api.bound_principal();
    v_today date := ledger_api.court_today();
    v_items integer[];
    v_ids bigint[];
    v_salts bytea[];
    v_command jsonb;
    v_bad record;
    v_reply ledger_api.reply;
    v_refused integer[] := '{}';
BEGIN
    -- What cannot be opened is answered first, one by one: such items are few.
    FOR v_bad IN
        SELECT i.item, i.key, i.fund, i.judgment_on, i.is_entity, i.payment_order, d.docket_id,
            -- To whom the reference was erased, the key alone answers.
            CASE WHEN s.salt IS NOT NULL AND e.outcome = 'accepted'
                THEN sha256(s.salt || convert_to(i.reference, 'UTF8'))
                ELSE k.reference_commitment END AS commitment,
            length(i.reference) AS length, CASE
                WHEN e.id IS NOT NULL THEN NULL
                WHEN d.docket_id IS NOT NULL OR i.copy > 1 THEN 'LG202'
                WHEN isfinite(i.judgment_on) IS NOT TRUE THEN 'LG109'
                WHEN i.judgment_on > v_today THEN 'LG105'
                WHEN coalesce(length(i.reference), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
                WHEN f.kind IS NULL OR f.kind NOT LIKE 'custodial%' THEN 'LG801'
            END AS code, f.code AS fund_code
        FROM (
            SELECT u.*, row_number() OVER (PARTITION BY u.reference ORDER BY u.item) AS copy
            FROM unnest(
                p_keys, p_references, p_fund_ids, p_judgment_on, p_is_entity, p_payment_orders
            ) WITH ORDINALITY AS u (
                key, reference, fund, judgment_on, is_entity, payment_order, item
            )
        ) AS i
        LEFT JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = j AND e.request_key = i.key
        LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = e.id
        LEFT JOIN ledger.docket_reference AS s ON s.jurisdiction_id = j AND s.docket_id = e.id
        LEFT JOIN ledger.docket_reference AS d
            ON d.jurisdiction_id = j AND d.reference = i.reference
        LEFT JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = i.fund
        WHERE e.id IS NOT NULL OR d.docket_id IS NOT NULL OR i.copy > 1
            OR (isfinite(i.judgment_on) AND i.judgment_on <= v_today) IS NOT TRUE
            OR coalesce(length(i.reference), 0) NOT BETWEEN 1 AND 60
            OR f.kind IS NULL OR f.kind NOT LIKE 'custodial%'
        ORDER BY i.item
    LOOP
        v_refused := v_refused || v_bad.item::integer;
        v_command := jsonb_build_object('key', v_bad.key, 'statement', jsonb_build_object(
            'is_entity', v_bad.is_entity, 'judgment_on', v_bad.judgment_on,
            'payment_order', v_bad.payment_order, 'reference', encode(v_bad.commitment, 'hex')
        ));
        v_reply := ledger_api.replay(v_bad.item::integer, 'docket', v_command);
        IF v_reply.item IS NULL THEN
            v_reply := ledger_api.refuse(
                v_bad.item::integer, 'docket', v_command, v_bad.code, format(
                    'reference of %s characters%s, judgment of %s, fund %s', v_bad.length,
                    ', docket ' || v_bad.docket_id, v_bad.judgment_on,
                    v_bad.fund_code
                )
            );
        END IF;
        RETURN NEXT v_reply;
    END LOOP;

    SELECT array_agg(i), array_agg(nextval('ledger.entry_id')),
        array_agg(uuid_send(gen_random_uuid()))
    INTO v_items, v_ids, v_salts
    FROM (
        SELECT i FROM generate_subscripts(p_keys, 1) AS i WHERE i <> ALL (v_refused) ORDER BY i
    ) AS n;
    INSERT INTO ledger.journal_entry (
        jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at, principal_id,
        docket_id, request_key, fingerprint
    )
    SELECT j, n.id, 'docket', 'accepted', p_judgment_on[n.i], p_judgment_on[n.i],
        clock_timestamp(), v_principal, n.id, p_keys[n.i],
        ledger_api.fingerprint('docket', jsonb_build_object(
            'is_entity', p_is_entity[n.i], 'judgment_on', p_judgment_on[n.i],
            'payment_order', p_payment_orders[n.i], 'reference',
            encode(sha256(n.salt || convert_to(p_references[n.i], 'UTF8')), 'hex')
        ))
    FROM unnest(v_items, v_ids, v_salts) AS n (i, id, salt);
    INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
    SELECT j, n.id, pg_current_xact_id() FROM unnest(v_ids) AS n (id);
    INSERT INTO ledger.docket_reference (jurisdiction_id, docket_id, reference, salt)
    SELECT j, n.id, p_references[n.i], n.salt
    FROM unnest(v_items, v_ids, v_salts) AS n (i, id, salt);
    INSERT INTO ledger.docket (
        jurisdiction_id, entry_id, fund_id, reference_commitment, judgment_on, is_entity,
        payment_order
    )
    SELECT j, n.id, p_fund_ids[n.i], sha256(n.salt || convert_to(p_references[n.i], 'UTF8')),
        p_judgment_on[n.i], p_is_entity[n.i], p_payment_orders[n.i]
    FROM unnest(v_items, v_ids, v_salts) AS n (i, id, salt);

    RETURN QUERY
    SELECT n.i, n.id, 'accepted', false, p_references[n.i], NULL, NULL, NULL, NULL
    FROM unnest(v_items, v_ids) AS n (i, id);
END $$;
COMMENT ON FUNCTION ledger_api.open_dockets IS
'Opens dockets. One element of each array per docket; references and keys are the court''s own.';
