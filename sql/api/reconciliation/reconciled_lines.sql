-- Every line of both sides of an account that counts through a day, with what of it is open then:
-- not tied to a line of the other side that counts too. What a match that counts in part comes to
-- is one further line of side match. is_earlier: a line of the books before the first statement,
-- and no check. Books count by the day of posting, the bank by its day of booking.
CREATE FUNCTION ledger_api.reconciled_lines(j integer, p_account_id integer, p_through date)
RETURNS TABLE (
    side text, bank_account_id bigint, statement_id bigint, ordinal integer,
    book_entry_id bigint, match_no integer, day date, since date, kind text, text text,
    amount_cents bigint, open_cents bigint, late_for date, is_earlier boolean
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH tied AS MATERIALIZED (
        SELECT * FROM ledger_api.tied_parts(j, p_account_id, p_through) AS t
    ), claims AS MATERIALIZED (
        SELECT t.statement_id, t.ordinal, t.book_entry_id, sum(abs(t.amount_cents)) AS cents
        FROM tied AS t GROUP BY t.statement_id, t.ordinal, t.book_entry_id
    ), start AS MATERIALIZED (
        SELECT min(u.opened_on) AS day
        FROM ledger.bank_account AS b
        CROSS JOIN LATERAL ledger_api.bank_balance(j, b.entry_id, p_through) AS u
        WHERE b.jurisdiction_id = j AND b.account_id = p_account_id
    )
    SELECT 'bank', l.bank_account_id, l.statement_id, l.ordinal, NULL::bigint, NULL::integer,
        l.day, l.since, l.type_code, l.text, l.amount_cents,
        (l.amount_cents - sign(l.amount_cents) * coalesce(c.cents, 0))::bigint, l.late_for, false
    FROM ledger_api.said_lines(j, p_account_id, p_through) AS l
    LEFT JOIN claims AS c ON c.statement_id = l.statement_id AND c.ordinal = l.ordinal
    UNION ALL
    SELECT 'books', NULL, NULL, NULL, b.book_entry_id, NULL, b.posted_on, b.effective_on, b.kind,
        '', b.amount_cents,
        (b.amount_cents - sign(b.amount_cents) * coalesce(c.cents, 0))::bigint, NULL,
        coalesce(b.posted_on < s.day, false) AND NOT EXISTS (
            SELECT FROM ledger.check_issued AS k
            WHERE k.jurisdiction_id = j AND k.entry_id = b.book_entry_id
        )
    FROM ledger_api.book_lines(j, p_account_id, NULL) AS b
    CROSS JOIN start AS s
    LEFT JOIN claims AS c ON c.book_entry_id = b.book_entry_id
    WHERE b.posted_on <= p_through
    UNION ALL
    SELECT 'match', NULL, NULL, NULL, t.entry_id, t.match_no, NULL, NULL, 'match', '',
        sum(t.amount_cents)::bigint, sum(t.amount_cents)::bigint, NULL, false
    FROM tied AS t
    GROUP BY t.entry_id, t.match_no
    HAVING sum(t.amount_cents) <> 0;
END $$;
COMMENT ON FUNCTION ledger_api.reconciled_lines IS
'Every line of both sides of an account that counts through a day, with what of it is open then.';
