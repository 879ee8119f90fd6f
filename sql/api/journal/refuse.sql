-- Records a refused command and answers with its code, facts and remedy.
CREATE FUNCTION ledger_api.refuse(
    p_item integer, p_kind text, p_command jsonb, p_code text, p_detail text
) RETURNS ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_text ledger.refusal_text;
    v_today date := ledger_api.court_today();
    v_entry bigint;
BEGIN
    SELECT * INTO STRICT v_text FROM ledger.refusal_text WHERE code = p_code;
    v_entry := ledger_api.write_entry(p_kind, p_command, v_today, v_today, 'refused');
    INSERT INTO ledger.refusal (jurisdiction_id, entry_id, code, message, detail, hint)
    VALUES (
        ledger.visible_jurisdiction(), v_entry, p_code, v_text.message, p_detail, v_text.hint
    );
    RETURN ROW(
        p_item, v_entry, 'refused', false, NULL, p_code, v_text.message, ledger_api.told(p_detail),
        v_text.hint
    )::ledger_api.reply;
END $$;
COMMENT ON FUNCTION ledger_api.refuse IS
'Records a refused command and answers with its code, facts and remedy.';
