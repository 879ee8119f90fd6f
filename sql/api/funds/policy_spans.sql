-- A setting with the entries from and until which each of its values held: what was settled by an
-- entry is reckoned as its court had chosen then, whatever it chose since.
CREATE FUNCTION ledger_api.policy_spans(j integer, p_name text)
RETURNS TABLE (value text, from_entry bigint, until_entry bigint)
LANGUAGE sql STABLE AS $$
    SELECT c.value, c.entry_id,
        lead(c.entry_id, 1, 9223372036854775807) OVER (ORDER BY c.entry_id)
    FROM (
        SELECT d.value, 0::bigint AS entry_id FROM ledger_api.policy_defaults() AS d
        WHERE d.name = p_name
        UNION ALL
        SELECT p.value, p.entry_id FROM ledger.policy AS p
        WHERE p.jurisdiction_id = j AND p.name = p_name
    ) AS c
$$;
COMMENT ON FUNCTION ledger_api.policy_spans IS
'A setting with the entries from and until which each of its values held.';
