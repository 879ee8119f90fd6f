-- What should be in a till: its change fund and the money that came in and did not leave. Checks
-- count from the first one that came in, also when none is left. last_id: when money last moved.
CREATE FUNCTION ledger_api.till_expected(p_session_id bigint) RETURNS TABLE (
    cash_cents bigint, check_cents bigint, check_count integer, took_checks boolean, last_id bigint
)
LANGUAGE sql VOLATILE AS $$
    SELECT (s.change_fund_cents
            + coalesce(sum(m.amount_cents) FILTER (WHERE m.method = 'cash'), 0))::bigint,
        coalesce(sum(m.amount_cents) FILTER (WHERE m.method = 'check'), 0)::bigint,
        coalesce(sum(sign(m.amount_cents)) FILTER (WHERE m.method = 'check'), 0)::integer,
        coalesce(bool_or(m.method = 'check'), false), coalesce(max(m.entry_id), s.entry_id)
    FROM ledger.till_session AS s
    LEFT JOIN ledger_api.till_movement(p_session_id) AS m ON true
    WHERE s.jurisdiction_id = ledger.visible_jurisdiction() AND s.entry_id = p_session_id
    GROUP BY s.entry_id, s.change_fund_cents
$$;
COMMENT ON FUNCTION ledger_api.till_expected IS
'What should be in a till: its change fund and the money that came in and did not leave.';
