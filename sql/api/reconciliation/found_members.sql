-- What each find of this run ties, in the form of match_members.
CREATE FUNCTION ledger_api.found_members() RETURNS TABLE (no integer, members text)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    SELECT f.no, concat(s.members, '|', b.members)
    FROM m_found AS f
    LEFT JOIN (
        SELECT m.no, string_agg(format('s%s.%s=%s', s.statement_id, s.ordinal, s.amount), ','
            ORDER BY s.statement_id, s.ordinal) AS members
        FROM m_found_statement AS m JOIN m_statement AS s ON s.id = m.id GROUP BY m.no
    ) AS s ON s.no = f.no
    LEFT JOIN (
        SELECT m.no, string_agg(format('b%s=%s', b.book_entry_id, b.amount), ','
            ORDER BY b.book_entry_id) AS members
        FROM m_found_book AS m JOIN m_book AS b ON b.id = m.id GROUP BY m.no
    ) AS b ON b.no = f.no;
END $$;
COMMENT ON FUNCTION ledger_api.found_members IS
'What each find of this run ties, in the form of match_members.';
