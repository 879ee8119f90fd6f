-- A line or an entry that could not be matched as named, and the matches that hold it.
CREATE FUNCTION ledger_api.member_words(
    j integer, p_account ledger.bank_account, p_is_line boolean, p_id bigint, p_ordinal integer,
    p_open_cents bigint
) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT concat_ws(', ',
        CASE WHEN p_is_line
            THEN format('line %s:%s', ledger_api.number_of(j, p_id), p_ordinal)
            ELSE format('entry %s', ledger_api.number_of(j, p_id)) END,
        format('%s cents are open', coalesce(p_open_cents, 0)), (
            SELECT format('matched by %s', string_agg(
                format('%s-%s', ledger_api.number_of(j, m.entry_id), m.match_no), ', '
                ORDER BY m.entry_id, m.match_no
            ))
            FROM (
                SELECT s.entry_id, s.match_no FROM ledger.match_statement_line AS s
                WHERE p_is_line AND s.jurisdiction_id = j AND s.statement_id = p_id
                    AND s.ordinal = p_ordinal
                UNION ALL
                SELECT b.entry_id, b.match_no FROM ledger.match_book_line AS b
                WHERE NOT p_is_line AND b.jurisdiction_id = j
                    AND b.account_id = p_account.account_id AND b.book_entry_id = p_id
            ) AS m
            JOIN ledger_api.match_state AS s
                ON s.jurisdiction_id = j AND s.entry_id = m.entry_id AND s.match_no = m.match_no
            WHERE s.state IN ('confirmed', 'accepted')
            HAVING count(*) > 0
        ))
$$;
COMMENT ON FUNCTION ledger_api.member_words IS
'A line or an entry that could not be matched as named, and the matches that hold it.';
