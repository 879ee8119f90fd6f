-- What is due to each recipient of a fund, or to one, of the money received up to a day.
CREATE FUNCTION ledger_api.due_batches(
    j integer, p_fund_id integer, p_through date, p_recipient_id integer DEFAULT NULL
) RETURNS SETOF ledger_api.due_batch
LANGUAGE sql STABLE AS $$
    SELECT r.id, r.code, 'restitution_payee' = ANY (r.roles), r.own_purse_id,
        coalesce(sum(u.cents) FILTER (WHERE u.is_released), 0)::bigint,
        coalesce(sum(u.cents) FILTER (WHERE NOT u.is_released), 0)::bigint,
        max(u.available_on) FILTER (WHERE NOT u.is_released),
        array_agg(u.entry_id) FILTER (WHERE u.is_released),
        array_agg(u.line) FILTER (WHERE u.is_released),
        array_agg(u.cents) FILTER (WHERE u.is_released)
    FROM ledger_api.unsent_shares(j, p_fund_id, p_through, p_recipient_id) AS u
    JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = u.recipient_id
    GROUP BY r.id, r.code, r.roles, r.own_purse_id
    ORDER BY r.code COLLATE "C"
$$;
COMMENT ON FUNCTION ledger_api.due_batches IS
'What is due to each recipient of a fund, or to one, of the money received up to a day.';
