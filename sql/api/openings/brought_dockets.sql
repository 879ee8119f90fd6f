-- The dockets of these references, opened where an earlier line of the opening did not.
CREATE FUNCTION ledger_api.brought_dockets(
    p_opening ledger.opening,
    p_references text[],
    p_judgment_on date[],
    p_is_entity boolean[],
    p_payment_orders text[]
) RETURNS bigint[]
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    j integer := p_opening.jurisdiction_id;
    v_items integer[];
    v_ids bigint[];
    v_salts bytea[];
    v_principal integer := ledger_api.bound_principal();
BEGIN
    SELECT array_agg(n.i), array_agg(nextval('ledger.entry_id')),
        array_agg(uuid_send(gen_random_uuid()))
    INTO v_items, v_ids, v_salts
    FROM (
        SELECT min(u.i)::integer AS i
        FROM unnest(p_references) WITH ORDINALITY AS u (reference, i)
        WHERE NOT EXISTS (
            SELECT FROM ledger.docket_reference AS r
            WHERE r.jurisdiction_id = j AND r.reference = u.reference
        )
        GROUP BY u.reference
        ORDER BY 1
    ) AS n;
    INSERT INTO ledger.journal_entry (
        jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at, principal_id,
        docket_id
    )
    SELECT j, n.id, 'docket', 'accepted', p_judgment_on[n.i], p_opening.cut_over,
        clock_timestamp(), v_principal, n.id
    FROM unnest(v_items, v_ids) AS n (i, id);
    INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
    SELECT j, n.id, pg_current_xact_id() FROM unnest(v_ids) AS n (id);
    INSERT INTO ledger.docket_reference (jurisdiction_id, docket_id, reference, salt)
    SELECT j, n.id, p_references[n.i], n.salt FROM unnest(v_items, v_ids, v_salts)
        AS n (i, id, salt);
    INSERT INTO ledger.docket (
        jurisdiction_id, entry_id, fund_id, reference_commitment, judgment_on, is_entity,
        payment_order
    )
    SELECT j, n.id, p_opening.fund_id,
        sha256(n.salt || convert_to(p_references[n.i], 'UTF8')), p_judgment_on[n.i],
        p_is_entity[n.i], p_payment_orders[n.i]
    FROM unnest(v_items, v_ids, v_salts) AS n (i, id, salt);
    RETURN ARRAY(
        SELECT r.docket_id
        FROM unnest(p_references) WITH ORDINALITY AS u (reference, i)
        JOIN ledger.docket_reference AS r
            ON r.jurisdiction_id = j AND r.reference = u.reference
        ORDER BY u.i
    );
END $$;
COMMENT ON FUNCTION ledger_api.brought_dockets IS
'The dockets of these references, opened where an earlier line of the opening did not.';
