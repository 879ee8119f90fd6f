-- A detail in the names that people use: a docket by its reference, an entry by its number. It is
-- kept as it was written, since a reference may have to be erased one day and history cannot.
CREATE FUNCTION ledger_api.told(p_detail text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    j integer := ledger.visible_jurisdiction();
    -- Before a name, so that one of digits is not taken for another identity.
    v_mark CONSTANT text := E'\x01';
    v_detail text := p_detail;
    v_part record;
    v_name text;
BEGIN
    FOR v_part IN
        SELECT DISTINCT m.part[1] AS word, m.part[2]::bigint AS id
        FROM regexp_matches(p_detail, '\m(docket|entry) ([0-9]{1,18})\M', 'g') AS m (part)
    LOOP
        v_name := CASE v_part.word
            WHEN 'docket' THEN (
                SELECT r.reference FROM ledger.docket_reference AS r
                WHERE r.jurisdiction_id = j AND r.docket_id = v_part.id
            )
            ELSE (
                SELECT coalesce(n.number::text, 'not yet numbered')
                FROM ledger.journal_entry AS e
                LEFT JOIN ledger.sealed_entry AS n
                    ON n.jurisdiction_id = j AND n.entry_id = e.id
                WHERE e.jurisdiction_id = j AND e.id = v_part.id
            )
        END;
        CONTINUE WHEN v_name IS NULL;
        v_detail := regexp_replace(
            v_detail, format('\m%s %s\M', v_part.word, v_part.id),
            concat(v_part.word, ' ', v_mark, replace(v_name, '\', '\\')), 'g'
        );
    END LOOP;
    RETURN replace(v_detail, v_mark, '');
END $$;
COMMENT ON FUNCTION ledger_api.told IS
'A detail in the names that people use: dockets by reference, entries by number.';
