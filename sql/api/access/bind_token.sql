-- Binds this transaction to a token's jurisdiction and role. The value left behind is signed and
-- good for this transaction only.
CREATE FUNCTION ledger_api.bind_token(p_token text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_token ledger.token;
BEGIN
    SELECT * INTO v_token FROM ledger.token AS t
    WHERE t.token_hash = sha256(convert_to(p_token, 'UTF8')) AND t.expires_at > clock_timestamp();
    IF NOT FOUND THEN
        PERFORM ledger.raise_refusal('LG604', 'unknown, expired or revoked');
    END IF;
    PERFORM set_config('redress.token_binding', concat_ws(
        ':', v_token.jurisdiction_id, v_token.principal_id, v_token.role,
        ledger.binding_signature(ledger.binding_text(
            v_token.jurisdiction_id, v_token.principal_id, v_token.role
        ))
    ), true);
    RETURN v_token.role;
END $$;
COMMENT ON FUNCTION ledger_api.bind_token IS
'Binds this transaction to a token''s jurisdiction and role.';
