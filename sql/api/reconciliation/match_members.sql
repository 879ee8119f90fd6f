-- What each of these matches ties, in one form by which equal ones are known.
CREATE FUNCTION ledger_api.match_members(
    j integer, p_entry_ids bigint[], p_match_nos integer[]
) RETURNS TABLE (entry_id bigint, match_no integer, members text)
LANGUAGE sql STABLE AS $$
    SELECT u.entry_id, u.match_no, concat(
        (SELECT string_agg(format('s%s.%s=%s', l.statement_id, l.ordinal, l.amount_minor), ','
            ORDER BY l.statement_id, l.ordinal)
        FROM ledger.match_statement_line AS l
        WHERE l.jurisdiction_id = j AND l.entry_id = u.entry_id AND l.match_no = u.match_no), '|',
        (SELECT string_agg(format('b%s=%s', l.book_entry_id, l.amount_cents), ','
            ORDER BY l.book_entry_id)
        FROM ledger.match_book_line AS l
        WHERE l.jurisdiction_id = j AND l.entry_id = u.entry_id AND l.match_no = u.match_no)
    )
    FROM unnest(p_entry_ids, p_match_nos) AS u (entry_id, match_no)
$$;
COMMENT ON FUNCTION ledger_api.match_members IS
'What each of these matches ties, in one form by which equal ones are known.';
