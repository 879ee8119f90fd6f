-- What of a docket's receipts may not be sent yet at the end of a day, and until when.
CREATE FUNCTION ledger_api.docket_holds(p_reference text, p_on date, p_known_at timestamptz)
RETURNS TABLE (receipt text, held_until date, amount_cents bigint)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    WITH known AS (
        SELECT e.id, e.docket_id, e.effective_on, e.reverses_entry_id
        FROM ledger.docket_reference AS k
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = k.jurisdiction_id AND e.docket_id = k.docket_id
        LEFT JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = e.jurisdiction_id AND n.entry_id = e.id
        WHERE k.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND k.reference = p_reference AND e.effective_on <= p_on
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    )
    SELECT c.number, h.until, sum(p.amount_cents)::bigint
    FROM known AS e
    JOIN ledger.receipt AS c
        ON c.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND c.entry_id = e.id
    CROSS JOIN LATERAL (
        SELECT ledger_api.receipt_available_on(c.method, e.effective_on) AS until
    ) AS h
    JOIN ledger.posting AS p
        ON p.jurisdiction_id = c.jurisdiction_id AND p.entry_id = e.id
    JOIN ledger.account AS a
        ON a.jurisdiction_id = p.jurisdiction_id AND a.id = p.credit_account_id
        AND a.role = 'due_to'
    WHERE h.until > p_on
        AND NOT EXISTS (SELECT FROM known AS r WHERE r.reverses_entry_id = e.id)
    GROUP BY e.id, c.number, h.until
    ORDER BY e.id
$$;
COMMENT ON FUNCTION ledger_api.docket_holds IS
'What of a docket''s receipts may not be sent yet at the end of a day, and until when.';
