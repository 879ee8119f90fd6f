-- Which collections state the number of a receipt that their source has used and nothing took back.
-- A receipt entered again, after a returned check or on the right docket, keeps its number.
CREATE FUNCTION ledger_api.judge_receipt_numbers(j integer, p_source text, p_numbers text[])
RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT q.i::integer, 'LG309', format('receipt %s of %s', q.number, p_source)
    FROM (
        SELECT u.number, u.i, row_number() OVER (PARTITION BY u.number ORDER BY u.i) AS copy
        FROM unnest(p_numbers) WITH ORDINALITY AS u (number, i)
    ) AS q
    WHERE q.copy > 1 OR EXISTS (
        SELECT FROM ledger.receipt AS c
        WHERE c.jurisdiction_id = j AND c.source = p_source AND c.number = q.number
            AND NOT EXISTS (
                SELECT FROM ledger.journal_entry AS r
                WHERE r.jurisdiction_id = j AND r.reverses_entry_id = c.entry_id
            )
    );
END $$;
COMMENT ON FUNCTION ledger_api.judge_receipt_numbers IS
'Which collections state a receipt number that their source has used and nothing took back.';
