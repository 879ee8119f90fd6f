-- Errors of the bank or of the books that persons named and nobody has put right yet, as they count
-- through a day: after its signatures nothing is named any more, except for the next period.
CREATE FUNCTION ledger_api.listed_errors(j integer, p_account_id integer, p_through date)
RETURNS TABLE (
    resolution text, statement_id bigint, ordinal integer, book_entry_id bigint, reason text
)
LANGUAGE sql STABLE AS $$
    WITH newest AS MATERIALIZED (
        SELECT DISTINCT ON (c.exception) c.change, c.resolution, c.reason,
            regexp_match(c.exception, '^bank-([0-9]{1,18})\.([0-9]{1,9})$') AS line,
            regexp_match(c.exception, '^book-([0-9]{1,18})$') AS entry
        FROM ledger.exception_change AS c
        WHERE c.jurisdiction_id = j AND c.change <> 'assigned' AND NOT EXISTS (
            SELECT FROM ledger.signed_periods(j) AS s
            WHERE s.account_id = p_account_id AND s.through >= p_through
                AND s.sign_off_id < c.entry_id
        )
        ORDER BY c.exception, c.entry_id DESC
    )
    SELECT n.resolution, n.line[1]::bigint, n.line[2]::integer, n.entry[1]::bigint, n.reason
    FROM newest AS n
    WHERE n.change = 'resolved' AND (
        n.resolution = 'bank_error' AND n.line IS NOT NULL
        OR n.resolution = 'book_error' AND n.entry IS NOT NULL
    )
$$;
COMMENT ON FUNCTION ledger_api.listed_errors IS
'Errors of the bank or of the books that persons named, as they count through a day.';
