-- The last entry that said anything about matches: who gathered lines before it looks again.
CREATE FUNCTION ledger_api.match_stamp(j integer) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT greatest(0, (
        SELECT max(m.entry_id) FROM ledger.match AS m WHERE m.jurisdiction_id = j
    ), (SELECT max(c.entry_id) FROM ledger.match_change AS c WHERE c.jurisdiction_id = j))
$$;
COMMENT ON FUNCTION ledger_api.match_stamp IS
'The last entry that said anything about matches.';
