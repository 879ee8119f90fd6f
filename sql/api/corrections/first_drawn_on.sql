-- The day of the first check for the money of a check, however often it was paid again since.
CREATE FUNCTION ledger_api.first_drawn_on(p_check_id bigint) RETURNS date
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE drawn AS (
        SELECT p_check_id AS id
        UNION ALL
        SELECT u.check_id
        FROM drawn AS d
        JOIN ledger.unclaimed_payment AS u
            ON u.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND u.entry_id = d.id
    )
    SELECT e.effective_on
    FROM ledger.journal_entry AS e
    WHERE e.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        AND e.id = (SELECT min(d.id) FROM drawn AS d)
$$;
COMMENT ON FUNCTION ledger_api.first_drawn_on IS
'The day of the first check for the money of a check, however often it was paid again since.';
