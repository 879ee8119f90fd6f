-- SHA-256 of all that stands on a bank account: the lines of each match and its state, in the order
-- of the lines. The same inputs and rules give the same, however and how often rules ran.
CREATE FUNCTION ledger_api.match_hash(j integer, p_bank_account_id bigint) RETURNS bytea
LANGUAGE sql STABLE SET plan_cache_mode = force_custom_plan AS $$
    SELECT sha256(convert_to(coalesce(string_agg(
        concat_ws(' ', m.members, u.states[m.i]), E'\n'
        ORDER BY m.members COLLATE "C", u.states[m.i] COLLATE "C"
    ), ''), 'UTF8'))
    FROM (
        SELECT array_agg(t.entry_id ORDER BY t.entry_id, t.match_no) AS ids,
            array_agg(t.match_no ORDER BY t.entry_id, t.match_no) AS nos,
            array_agg(t.state ORDER BY t.entry_id, t.match_no) AS states
        FROM ledger_api.match_state AS t
        WHERE t.jurisdiction_id = j AND t.bank_account_id = p_bank_account_id
            AND t.state IN ('confirmed', 'accepted', 'proposed', 'ambiguous')
    ) AS u
    CROSS JOIN LATERAL (
        SELECT m.members, row_number() OVER (ORDER BY m.entry_id, m.match_no) AS i
        FROM ledger_api.match_members(j, u.ids, u.nos) AS m
    ) AS m
$$;
COMMENT ON FUNCTION ledger_api.match_hash IS 'SHA-256 of all that stands on a bank account.';
