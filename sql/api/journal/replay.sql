-- The answer already given for a request key, a refusal when the key was used for another
-- command, or NULL when the command is new. Called after the locks of the command are held.
CREATE FUNCTION ledger_api.replay(p_item integer, p_kind text, p_command jsonb)
RETURNS ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_found record;
BEGIN
    SELECT e.id, e.outcome, e.fingerprint, r.code, r.message, r.detail, r.hint INTO v_found
    FROM ledger.journal_entry AS e
    LEFT JOIN ledger.refusal AS r
        ON r.jurisdiction_id = e.jurisdiction_id AND r.entry_id = e.id
    WHERE e.jurisdiction_id = ledger.visible_jurisdiction()
        AND e.request_key = p_command ->> 'key';
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF v_found.fingerprint <> ledger_api.fingerprint(p_kind, p_command -> 'statement') THEN
        RETURN ledger_api.refuse(p_item, p_kind, p_command - 'key', 'LG003', format(
            'key %s, entry %s, first difference: %s', p_command ->> 'key', v_found.id,
            ledger_api.first_difference(
                v_found.fingerprint,
                ledger_api.fingerprint(p_kind, p_command -> 'statement'),
                ARRAY(
                    SELECT f.key FROM jsonb_each(p_command -> 'statement') AS f
                    ORDER BY f.key COLLATE "C"
                )
            )
        ));
    END IF;
    RETURN ROW(
        p_item, v_found.id, v_found.outcome, true, NULL, v_found.code, v_found.message,
        ledger_api.told(v_found.detail), v_found.hint
    )::ledger_api.reply;
END $$;
COMMENT ON FUNCTION ledger_api.replay IS
'The answer already given for a request key, or NULL when the command is new.';
