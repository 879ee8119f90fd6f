-- What a deposit takes along. By number: the standing receipts of those numbers of a source, and
-- no more. Otherwise: all undeposited receipts, of one till or of all sources, received through a
-- day, and what tills closed through that day were over or short, in cash and in checks.
CREATE FUNCTION ledger_api.deposit_selection(p_fund_id integer, p_statement jsonb) RETURNS TABLE (
    receipt_id bigint, close_id bigint, received_on date, amount_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER
BEGIN ATOMIC
    WITH stated AS (
        SELECT p_statement ->> 'till' AS source, least(
            (p_statement ->> 'through')::date, (p_statement ->> 'effective_on')::date
        ) AS through
    )
    SELECT u.entry_id, NULL::bigint, u.received_on, u.amount_cents
    FROM ledger_api.undeposited_receipts(p_fund_id) AS u
    CROSS JOIN stated AS s
    WHERE (s.source IS NULL OR u.source = s.source) AND CASE
        WHEN p_statement -> 'receipts' IS NULL THEN u.received_on <= s.through
        ELSE u.number IN (SELECT jsonb_array_elements_text(p_statement -> 'receipts'))
    END
    UNION ALL
    SELECT NULL::bigint, c.entry_id, e.effective_on,
        c.counted_cents - c.expected_cents + coalesce(k.counted_cents - k.expected_cents, 0)
    FROM ledger.till_close AS c
    LEFT JOIN ledger.till_check_close AS k
        ON k.jurisdiction_id = c.jurisdiction_id AND k.entry_id = c.entry_id
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
    JOIN ledger.till_session AS t
        ON t.jurisdiction_id = c.jurisdiction_id AND t.entry_id = c.session_id
    CROSS JOIN stated AS s
    WHERE c.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND t.fund_id = p_fund_id
        AND p_statement -> 'receipts' IS NULL
        AND (s.source IS NULL OR t.till = s.source) AND e.effective_on <= s.through
        AND (c.counted_cents <> c.expected_cents OR k.counted_cents <> k.expected_cents)
        AND NOT EXISTS (
            SELECT FROM ledger.deposit_difference AS d
            WHERE d.jurisdiction_id = c.jurisdiction_id AND d.close_id = c.entry_id
        );
END;
COMMENT ON FUNCTION ledger_api.deposit_selection IS
'What a deposit takes along: receipts by number, or all of a till or of all sources to a day.';
