-- The statement lines of an account that count through a day, by the day on which they count: that
-- of their booking, or the day after what was signed when they came. late_for: that signed day.
CREATE FUNCTION ledger_api.said_lines(j integer, p_account_id integer, p_through date)
RETURNS TABLE (
    bank_account_id bigint, statement_id bigint, ordinal integer, day date, since date,
    type_code text, text text, amount_cents bigint, late_for date
)
LANGUAGE sql STABLE AS $$
    WITH late AS MATERIALIZED (
        SELECT t.entry_id AS statement_id, s.through
        FROM ledger.signed_periods(j) AS s
        JOIN ledger.bank_account AS b
            ON b.jurisdiction_id = j AND b.account_id = s.account_id
        JOIN ledger.statement AS t
            ON t.jurisdiction_id = j AND t.bank_account_id = b.entry_id
        WHERE s.account_id = p_account_id
            AND ledger.statement_known_by(j, t.entry_id) > s.sign_off_id
    )
    SELECT b.entry_id, l.statement_id, l.ordinal, greatest(l.booked_on, f.late_for + 1),
        coalesce(l.value_on, l.booked_on), l.type_code, l.text, l.amount_minor, f.late_for
    FROM ledger.bank_account AS b
    CROSS JOIN LATERAL ledger_api.statement_lines_in_use(j, b.entry_id, p_through) AS l
    CROSS JOIN LATERAL (
        SELECT max(t.through) AS late_for FROM late AS t
        WHERE t.statement_id = l.statement_id AND t.through >= l.booked_on
    ) AS f
    WHERE b.jurisdiction_id = j AND b.account_id = p_account_id
        AND (f.late_for < p_through) IS NOT FALSE
$$;
COMMENT ON FUNCTION ledger_api.said_lines IS
'The statement lines of an account that count through a day, by the day on which they count.';
