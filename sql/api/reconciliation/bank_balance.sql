-- What a bank says it holds at the end of a day: the closing balance of the last statement through
-- it and what later statements tell of days before. heard_through: the last day that a statement
-- covers. opening: that of the first statement, on opened_on. gap: what the statements between do
-- not explain. No row without a statement. Statements that came after days were signed count later.
CREATE FUNCTION ledger_api.bank_balance(j integer, p_bank_account_id bigint, p_through date)
RETURNS TABLE (
    statement_id bigint, heard_through date, opened_on date, opening_cents bigint,
    balance_cents bigint, gap_cents bigint
)
LANGUAGE sql STABLE AS $$
    WITH used AS MATERIALIZED (
        SELECT s.entry_id, coalesce(s.from_on, s.to_on) AS from_on, s.to_on, s.opening_minor,
            s.closing_minor, row_number() OVER (
                ORDER BY s.to_on, s.from_on, length(s.sequence), s.sequence COLLATE "C", s.entry_id
            ) AS place
        FROM ledger.statement AS s
        JOIN ledger.bank_account AS b
            ON b.jurisdiction_id = j AND b.entry_id = s.bank_account_id
        LEFT JOIN ledger.statement_change AS r
            ON r.jurisdiction_id = j AND r.statement_id = s.entry_id AND r.change = 'released'
        LEFT JOIN ledger.statement_change AS d
            ON d.jurisdiction_id = j AND d.statement_id = s.entry_id AND d.change = 'superseded'
        WHERE s.jurisdiction_id = j AND s.bank_account_id = p_bank_account_id
            AND NOT s.is_interim AND (s.verdict = 'accepted' OR r.change IS NOT NULL)
            AND d.change IS NULL AND coalesce(s.from_on, s.to_on) <= p_through
            AND NOT EXISTS (
                SELECT FROM ledger.signed_periods(j) AS p
                WHERE p.account_id = b.account_id AND p.through >= p_through
                    AND ledger.statement_known_by(j, s.entry_id) > p.sign_off_id
            )
    ), first AS (
        SELECT u.* FROM used AS u ORDER BY u.place LIMIT 1
    ), last AS (
        SELECT u.* FROM used AS u
        WHERE u.to_on <= p_through AND u.closing_minor IS NOT NULL
        ORDER BY u.place DESC LIMIT 1
    ), said AS MATERIALIZED (
        SELECT coalesce(sum(l.amount_minor), 0) AS minor,
            coalesce(sum(l.amount_minor) FILTER (WHERE u.place > b.place), 0) AS after_minor
        FROM ledger_api.statement_lines_in_use(j, p_bank_account_id, p_through) AS l
        JOIN used AS u ON u.entry_id = l.statement_id
        LEFT JOIN last AS b ON true
    )
    SELECT coalesce(b.entry_id, f.entry_id), (SELECT max(least(u.to_on, p_through)) FROM used AS u),
        f.from_on, o.minor::bigint, k.minor::bigint, (k.minor - o.minor - s.minor)::bigint
    FROM first AS f
    CROSS JOIN said AS s
    LEFT JOIN last AS b ON true
    CROSS JOIN LATERAL (
        SELECT coalesce(f.opening_minor, b.closing_minor - s.minor + s.after_minor, 0) AS minor
    ) AS o
    CROSS JOIN LATERAL (
        SELECT coalesce(b.closing_minor + s.after_minor, o.minor + s.minor) AS minor
    ) AS k
$$;
COMMENT ON FUNCTION ledger_api.bank_balance IS
'What a bank says it holds at the end of a day, and what its statements do not explain.';
