-- The names that entries of the books give to what they moved, in the form of match_key: of a
-- deposit its ticket and its receipts, of a check its number, of what was reversed its receipt, and
-- so on. Each name of an entry once.
CREATE FUNCTION ledger_api.book_references(j integer, p_entry_ids bigint[])
RETURNS TABLE (book_entry_id bigint, kind text, key text)
LANGUAGE sql STABLE AS $$
    WITH asked AS MATERIALIZED (
        SELECT u.id AS entry_id, e.docket_id, e.reverses_entry_id
        FROM unnest(p_entry_ids) AS u (id)
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = u.id
    ), received AS MATERIALIZED (
        SELECT a.entry_id, d.receipt_id
        FROM asked AS a
        JOIN ledger.deposit_receipt AS d ON d.jurisdiction_id = j AND d.entry_id = a.entry_id
        UNION ALL
        SELECT a.entry_id, coalesce(a.reverses_entry_id, a.entry_id) FROM asked AS a
    ), named AS (
        SELECT d.entry_id, 'ticket' AS kind, d.ticket AS text
        FROM asked AS a
        JOIN ledger.deposit AS d ON d.jurisdiction_id = j AND d.entry_id = a.entry_id
        UNION ALL
        SELECT a.entry_id, 'ticket', d.ticket
        FROM asked AS a
        JOIN ledger.deposit_receipt AS r
            ON r.jurisdiction_id = j AND r.receipt_id = a.reverses_entry_id
        JOIN ledger.deposit AS d ON d.jurisdiction_id = j AND d.entry_id = r.entry_id
        UNION ALL
        SELECT v.entry_id, n.kind, n.text
        FROM received AS v
        JOIN ledger.receipt AS r ON r.jurisdiction_id = j AND r.entry_id = v.receipt_id
        CROSS JOIN LATERAL (VALUES
            ('receipt', r.number),
            (CASE r.method WHEN 'ach' THEN 'trace' WHEN 'wire' THEN 'imad' WHEN 'check' THEN 'check'
                END, r.payer_reference)
        ) AS n (kind, text)
        WHERE n.kind IS NOT NULL AND n.text IS NOT NULL
        UNION ALL
        SELECT a.entry_id, 'check', c.number::text
        FROM asked AS a
        JOIN ledger.check_issued AS c ON c.jurisdiction_id = j AND c.entry_id = a.entry_id
        UNION ALL
        SELECT a.entry_id, 'check', c.number::text
        FROM asked AS a
        JOIN ledger.check_void AS v ON v.jurisdiction_id = j AND v.entry_id = a.entry_id
        JOIN ledger.check_issued AS c ON c.jurisdiction_id = j AND c.entry_id = v.check_id
        UNION ALL
        SELECT a.entry_id, 'receipt', f.number
        FROM asked AS a
        JOIN ledger.refund AS f ON f.jurisdiction_id = j AND f.entry_id = a.entry_id
        UNION ALL
        SELECT a.entry_id, 'award', w.reference
        FROM asked AS a
        JOIN ledger.disbursement AS p ON p.jurisdiction_id = j AND p.entry_id = a.entry_id
        JOIN ledger.award AS w ON w.jurisdiction_id = j AND w.entry_id = p.award_id
        UNION ALL
        SELECT a.entry_id, 'docket', k.reference
        FROM asked AS a
        JOIN ledger.docket_reference AS k
            ON k.jurisdiction_id = j AND k.docket_id = a.docket_id
    )
    SELECT DISTINCT k.entry_id, k.kind, k.key
    FROM (
        SELECT n.entry_id, n.kind, ledger_api.match_key(n.kind, n.text) AS key FROM named AS n
    ) AS k
    WHERE k.key IS NOT NULL
$$;
COMMENT ON FUNCTION ledger_api.book_references IS
'The names that entries of the books give to what they moved, in the form of match_key.';
