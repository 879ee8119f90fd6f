-- The last day on which money received on a day can be sent on by law, NULL when the rule sets
-- none. p_term: after_receipt:MONTHS, after_quarter:MONTHS or yearly:MM-DD.
CREATE FUNCTION ledger_api.remit_due_on(p_term text, p_received_on date) RETURNS date
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE split_part(p_term, ':', 1)
        WHEN 'after_receipt' THEN p_received_on
            + make_interval(months => split_part(p_term, ':', 2)::integer)
        WHEN 'after_quarter' THEN date_trunc('quarter', p_received_on::timestamp)
            + make_interval(months => 3 + split_part(p_term, ':', 2)::integer, days => -1)
        WHEN 'yearly' THEN (
            SELECT y.day + CASE WHEN p_received_on < y.day THEN interval '0'
                ELSE interval '1 year' END
            FROM (
                SELECT to_date(
                    to_char(p_received_on, 'YYYY-') || split_part(p_term, ':', 2), 'YYYY-MM-DD'
                ) AS day
            ) AS y
        )
    END::date
$$;
COMMENT ON FUNCTION ledger_api.remit_due_on IS
'The last day on which money received on a day can be sent on by law, NULL when none is set.';
