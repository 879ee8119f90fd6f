-- SHA-256 of what was found, in its order: states, keys and the places of lines in theirs.
CREATE FUNCTION ledger_api.found_hash() RETURNS bytea
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN sha256(convert_to(concat_ws(';',
        (SELECT string_agg(concat_ws(':', f.no, f.state, f.key), ',' ORDER BY f.no)
            FROM m_found AS f),
        (SELECT string_agg(concat_ws(':', m.no, s.statement_id, s.ordinal), ','
            ORDER BY m.no, m.id)
            FROM m_found_statement AS m JOIN m_statement AS s ON s.id = m.id),
        (SELECT string_agg(concat_ws(':', m.no, b.book_entry_id), ',' ORDER BY m.no, m.id)
            FROM m_found_book AS m JOIN m_book AS b ON b.id = m.id)
    ), 'UTF8'));
END $$;
COMMENT ON FUNCTION ledger_api.found_hash IS 'SHA-256 of what was found, in its order.';
