-- The numbers that are missing, as of now: in a numbered book, from 1 to the last that it gave;
-- at a till whose numbers are stated, between the first and the last. A voided receipt is there.
CREATE FUNCTION ledger_api.receipt_gaps() RETURNS TABLE (
    source text, first_missing bigint, last_missing bigint
)
LANGUAGE sql STABLE SECURITY INVOKER
BEGIN ATOMIC
    WITH books AS (
        SELECT source, b.last_number
        FROM (
            SELECT r.source, r.last_number FROM ledger.receipt_book AS r
            WHERE r.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        ) AS b
        FULL JOIN (
            SELECT DISTINCT s.till AS source FROM ledger.till_session AS s
            WHERE s.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        ) AS t USING (source)
    ), numbers AS (
        SELECT b.source, c.number::bigint AS number
        FROM books AS b
        JOIN ledger.receipt AS c
            ON c.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND c.source = b.source
        WHERE CASE WHEN c.number ~ '^[0-9]{1,18}$'
            THEN coalesce(c.number::bigint <= b.last_number, true) END
        UNION
        SELECT b.source, e.number
        FROM books AS b
        CROSS JOIN LATERAL (VALUES (0), (b.last_number + 1)) AS e (number)
        WHERE b.last_number IS NOT NULL
    )
    SELECT n.source, n.number + 1, n.next - 1
    FROM (
        SELECT u.source, u.number,
            lead(u.number) OVER (PARTITION BY u.source ORDER BY u.number) AS next
        FROM numbers AS u
    ) AS n
    WHERE n.next > n.number + 1
    ORDER BY n.source COLLATE "C", n.number;
END;
COMMENT ON FUNCTION ledger_api.receipt_gaps IS
'The numbers that are missing in each till''s book, as of now.';
