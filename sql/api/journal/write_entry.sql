-- Writes one header and its place in the tail.
CREATE FUNCTION ledger_api.write_entry(
    p_kind text,
    p_command jsonb,
    p_effective_on date,
    p_posted_on date,
    p_outcome text DEFAULT 'accepted',
    p_docket_id bigint DEFAULT NULL,
    p_authority_id integer DEFAULT NULL,
    p_reverses_entry_id bigint DEFAULT NULL,
    p_id bigint DEFAULT NULL
) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_id bigint := coalesce(p_id, nextval('ledger.entry_id'));
    v_bound record;
BEGIN
    SELECT b.jurisdiction_id, b.principal_id INTO v_bound FROM ledger.binding() AS b;
    INSERT INTO ledger.journal_entry (
        jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at, principal_id,
        authority_id, docket_id, reverses_entry_id, request_key, fingerprint, memo
    ) VALUES (
        v_bound.jurisdiction_id, v_id, p_kind, p_outcome, p_effective_on, p_posted_on,
        clock_timestamp(), v_bound.principal_id, p_authority_id, p_docket_id,
        p_reverses_entry_id, p_command ->> 'key',
        ledger_api.fingerprint(p_kind, p_command -> 'statement'), left(p_command ->> 'memo', 200)
    );
    INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
    VALUES (v_bound.jurisdiction_id, v_id, pg_current_xact_id());
    RETURN v_id;
END $$;
COMMENT ON FUNCTION ledger_api.write_entry IS 'Writes one header and its place in the tail.';
