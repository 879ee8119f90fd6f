-- How many cents of a debt may be taken off in all because its debtor cannot pay, by the rule's
-- term reducible_by ("2/3" of what was ordered) or reducible_to (cents); NULL: none.
CREATE FUNCTION ledger_api.reduction_limit(
    j integer, p_authority_id integer, p_ordered_cents bigint
) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT greatest(CASE t.name
            WHEN 'reducible_by' THEN div(
                p_ordered_cents::numeric * split_part(t.value, '/', 1)::bigint,
                split_part(t.value, '/', 2)::bigint
            )
            ELSE p_ordered_cents - t.value::bigint END, 0)::bigint
        FROM ledger.authority_term AS t
        WHERE t.jurisdiction_id = j AND t.authority_id = p_authority_id
            AND t.name IN ('reducible_by', 'reducible_to')
    );
END $$;
COMMENT ON FUNCTION ledger_api.reduction_limit IS
'How many cents of a debt may be taken off in all because its debtor cannot pay; NULL: none.';
