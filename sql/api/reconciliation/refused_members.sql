-- What persons said does not belong together: proposals they rejected, and matches that stood and
-- that they dissolved, in the form of match_members. No run finds these again.
CREATE FUNCTION ledger_api.refused_members(j integer, p_bank_account_id bigint)
RETURNS TABLE (members text)
LANGUAGE sql STABLE AS $$
    SELECT m.members
    FROM (
        SELECT array_agg(c.match_entry_id) AS ids, array_agg(c.match_no) AS nos
        FROM ledger.match_change AS c
        JOIN ledger.match AS m
            ON m.jurisdiction_id = j AND m.entry_id = c.match_entry_id
            AND m.match_no = c.match_no AND m.bank_account_id = p_bank_account_id
        LEFT JOIN ledger.match_change AS a
            ON a.jurisdiction_id = j AND a.match_entry_id = c.match_entry_id
            AND a.match_no = c.match_no AND a.change = 'accepted'
        WHERE c.jurisdiction_id = j AND (c.change = 'rejected' OR c.change = 'dissolved'
            AND (m.state IN ('confirmed', 'accepted') OR a.change IS NOT NULL))
    ) AS u
    CROSS JOIN LATERAL ledger_api.match_members(j, u.ids, u.nos) AS m
$$;
COMMENT ON FUNCTION ledger_api.refused_members IS
'What persons said does not belong together, in the form of match_members.';
