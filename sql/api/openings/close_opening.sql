-- Closes an opening: sends the money of what was sent on, and compares the books with the control
-- totals and, account by account, with the old trial balance (debits less credits; an account that
-- is not named had none). Answers with every difference; without one the opening may be kept.
CREATE FUNCTION ledger_api.close_opening(
    p_opening bigint, p_account_ids integer[], p_cents bigint[]
) RETURNS TABLE (subject text, name text, expected bigint, found bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE
    v_opening ledger.opening := ledger_api.opening_in_hand(p_opening);
    j integer := v_opening.jurisdiction_id;
BEGIN
    PERFORM ledger_api.learn_sizes();
    WITH sent AS (
        INSERT INTO ledger.remittance (jurisdiction_id, entry_id, recipient_id, amount_cents)
        SELECT j, l.entry_id, l.recipient_id, sum(l.amount_cents)
        FROM ledger.remittance_line AS l
        JOIN ledger.journal_tail AS t ON t.jurisdiction_id = j AND t.entry_id = l.entry_id
        WHERE l.jurisdiction_id = j AND l.entry_id > p_opening
            AND t.written_by = pg_current_xact_id()
        GROUP BY l.entry_id, l.recipient_id
        RETURNING entry_id, recipient_id, amount_cents
    )
    INSERT INTO ledger.posting (
        jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
        amount_cents, posted_on
    )
    SELECT j, s.entry_id, 1, (
            SELECT min(w.id) FROM ledger.purse AS w
            WHERE w.jurisdiction_id = j AND w.fund_id = v_opening.fund_id
        ), d.id, c.id, s.amount_cents, v_opening.cut_over
    FROM sent AS s
    JOIN ledger.account AS d
        ON d.jurisdiction_id = j AND d.fund_id = v_opening.fund_id AND d.role = 'due_to'
        AND d.recipient_id = s.recipient_id
    JOIN ledger.account AS c
        ON c.jurisdiction_id = j AND c.fund_id = v_opening.fund_id AND c.role = 'bank';

    RETURN QUERY
    SELECT m.subject, concat_ws(' ', c.file, c.measure), m.expected, m.found
    FROM ledger.opening_control AS c
    JOIN ledger_api.opening_totals(v_opening) AS t ON t.file = c.file AND t.measure = c.measure
    CROSS JOIN LATERAL (VALUES
        ('lines', c.line_count, t.line_count), ('control', c.amount_cents, t.amount_cents)
    ) AS m (subject, expected, found)
    WHERE c.jurisdiction_id = j AND c.entry_id = p_opening AND m.expected <> m.found;
    RETURN QUERY
    WITH old AS (
        SELECT u.account, sum(u.cents)::bigint AS cents
        FROM unnest(p_account_ids, p_cents) AS u (account, cents)
        GROUP BY u.account
    ), new AS MATERIALIZED (
        SELECT a.id, concat_ws(' ', t.account, t.account_name) AS name, t.balance_cents
        FROM ledger_api.trial_balance(v_opening.cut_over, NULL, (
            SELECT f.code FROM ledger.fund AS f
            WHERE f.jurisdiction_id = j AND f.id = v_opening.fund_id
        ), NULL) AS t
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.fund_id = v_opening.fund_id AND a.number = t.account
    ), tied AS (
        INSERT INTO ledger.opening_tie (jurisdiction_id, entry_id, account_id, balance_cents)
        SELECT j, p_opening, n.id, n.balance_cents FROM new AS n
        WHERE NOT EXISTS (
            SELECT FROM old AS o FULL JOIN new AS m ON m.id = o.account
            WHERE coalesce(o.cents, 0) <> coalesce(m.balance_cents, 0) OR m.id IS NULL
        )
    )
    SELECT 'account', coalesce(n.name, format('account %s of another fund', o.account)),
        coalesce(o.cents, 0), coalesce(n.balance_cents, 0)
    FROM old AS o FULL JOIN new AS n ON n.id = o.account
    WHERE coalesce(o.cents, 0) <> coalesce(n.balance_cents, 0) OR n.id IS NULL
    ORDER BY 2;
END $$;
COMMENT ON FUNCTION ledger_api.close_opening IS
'Closes an opening when the books agree with its controls and with the old trial balance.';
