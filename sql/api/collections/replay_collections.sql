-- The stored answers to known request keys; a key of another command is refused, naming the
-- first field that differs. Fields are in the order of the fingerprint.
CREATE FUNCTION ledger_api.replay_collections(
    j integer, p_keys text[], p_fingerprints bytea[]
) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_known record;
BEGIN
    FOR v_known IN
        SELECT u.i::integer AS item, u.key, u.fingerprint AS given, e.id, e.outcome,
            e.fingerprint AS stored, r.code, r.message, r.detail, r.hint, c.number
        FROM unnest(p_keys, p_fingerprints) WITH ORDINALITY AS u (key, fingerprint, i)
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.request_key = u.key
        LEFT JOIN ledger.refusal AS r ON r.jurisdiction_id = j AND r.entry_id = e.id
        LEFT JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = e.id
        ORDER BY u.i
    LOOP
        IF v_known.stored = v_known.given THEN
            RETURN NEXT ROW(
                v_known.item, v_known.id, v_known.outcome, true, v_known.number, v_known.code,
                v_known.message, ledger_api.told(v_known.detail), v_known.hint
            )::ledger_api.reply;
        ELSE
            RETURN NEXT ledger_api.refuse(
                v_known.item, 'collection', '{"statement": {}}', 'LG003', format(
                    'key %s, entry %s, first difference: %s', v_known.key, v_known.id,
                    ledger_api.first_difference(v_known.stored, v_known.given, ARRAY[
                        'amount_cents', 'docket', 'effective_on', 'memo', 'method', 'number',
                        'payer_reference', 'source', 'origin'
                    ])
                )
            );
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.replay_collections IS
'The stored answers to known request keys.';
