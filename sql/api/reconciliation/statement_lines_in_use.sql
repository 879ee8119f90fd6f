-- The lines that count of a bank account's statements: booked, in the currency of a statement that
-- was accepted or released, that no other superseded, and that is no interim report; those of a
-- day and before (NULL: all).
CREATE FUNCTION ledger_api.statement_lines_in_use(
    j integer, p_bank_account_id bigint, p_through date
) RETURNS TABLE (
    statement_id bigint, ordinal integer, booked_on date, value_on date, type_code text,
    text text, amount_minor bigint, claimed_minor bigint
)
LANGUAGE sql STABLE AS $$
    WITH used AS MATERIALIZED (
        SELECT s.entry_id, s.currency, s.to_on
        FROM ledger.statement AS s
        LEFT JOIN ledger.statement_change AS r
            ON r.jurisdiction_id = j AND r.statement_id = s.entry_id AND r.change = 'released'
        LEFT JOIN ledger.statement_change AS d
            ON d.jurisdiction_id = j AND d.statement_id = s.entry_id AND d.change = 'superseded'
        WHERE s.jurisdiction_id = j AND s.bank_account_id = p_bank_account_id
            AND NOT s.is_interim AND (s.verdict = 'accepted' OR r.change IS NOT NULL)
            AND d.change IS NULL
    )
    SELECT l.statement_id, l.ordinal, coalesce(l.booked_on, l.value_on, u.to_on), l.value_on,
        l.type_code, l.text, l.amount_minor, coalesce(c.claimed_minor, 0)
    FROM used AS u
    JOIN ledger.statement_line AS l
        ON l.jurisdiction_id = j AND l.statement_id = u.entry_id AND l.currency = u.currency
    LEFT JOIN ledger.statement_claim AS c
        ON c.jurisdiction_id = j AND c.statement_id = l.statement_id AND c.ordinal = l.ordinal
    WHERE l.status = 'booked' AND l.amount_minor <> 0
        AND (coalesce(l.booked_on, l.value_on, u.to_on) <= p_through OR p_through IS NULL)
$$;
COMMENT ON FUNCTION ledger_api.statement_lines_in_use IS
'The lines that count of a bank account''s statements, and how much of each is explained.';
