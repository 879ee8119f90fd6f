-- Why one of the receipts that a deposit names cannot go along, or NULL: it is not there, not
-- undeposited, or of a later day. Receipts are named by their numbers at a source.
CREATE FUNCTION ledger_api.judge_deposit_receipts(p_statement jsonb, p_taken bigint[]) RETURNS text
LANGUAGE sql STABLE SECURITY INVOKER AS $$
    SELECT concat_ws(
        ', ', format('receipt %s of %s', u.number, p_statement ->> 'till'),
        CASE
            WHEN c.entry_id IS NULL THEN 'not there'
            WHEN d.ticket IS NOT NULL THEN 'on ticket ' || d.ticket
            WHEN v.reason IS NOT NULL THEN 'taken back: ' || v.reason
            WHEN c.entry_id = ANY (p_taken) THEN 'received ' || e.effective_on
            ELSE 'not of this fund'
        END
    )
    FROM jsonb_array_elements_text(p_statement -> 'receipts') AS u (number)
    LEFT JOIN LATERAL (
        SELECT c.jurisdiction_id, c.entry_id, c.source, c.number FROM ledger.receipt AS c
        WHERE c.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND c.source = p_statement ->> 'till' AND c.number = u.number
        ORDER BY c.entry_id DESC
        LIMIT 1
    ) AS c ON true
    LEFT JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
    LEFT JOIN ledger.journal_entry AS r
        ON r.jurisdiction_id = c.jurisdiction_id AND r.reverses_entry_id = c.entry_id
    LEFT JOIN ledger.reversal AS v ON v.jurisdiction_id = r.jurisdiction_id AND v.entry_id = r.id
    LEFT JOIN ledger.deposit AS d
        ON d.jurisdiction_id = c.jurisdiction_id
        AND d.entry_id = ledger_api.ticket_of(c.entry_id)
    WHERE (c.entry_id = ANY (p_taken)
        AND e.effective_on <= (p_statement ->> 'effective_on')::date) IS NOT TRUE
    ORDER BY u.number
    LIMIT 1
$$;
COMMENT ON FUNCTION ledger_api.judge_deposit_receipts IS
'Why one of the receipts that a deposit names cannot go along, or NULL.';
