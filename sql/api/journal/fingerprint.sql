-- Eight bytes of SHA-256 for the kind of a command and for each of its fields, by name.
CREATE FUNCTION ledger_api.fingerprint(p_kind text, p_statement jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT substring(sha256(convert_to(p_kind, 'UTF8')) FOR 8) || coalesce(string_agg(
        substring(sha256(convert_to(coalesce(f.value, E'\x01'), 'UTF8')) FOR 8), ''::bytea
        ORDER BY f.key COLLATE "C"
    ), ''::bytea)
    FROM jsonb_each_text(p_statement) AS f
$$;
COMMENT ON FUNCTION ledger_api.fingerprint IS
'Eight bytes of SHA-256 for the kind of a command and for each of its fields, by name.';
