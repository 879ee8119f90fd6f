-- The day on which the bank paid a check, as far as a statement says so whose line was matched with
-- the entry that drew it; NULL while none does.
CREATE FUNCTION ledger_api.cleared_on(p_check_id bigint) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'owner'
    );
BEGIN
    RETURN (
        SELECT max(l.booked_on)
        FROM ledger.match_book_line AS b
        JOIN ledger.book_claim AS c
            ON c.jurisdiction_id = b.jurisdiction_id AND c.account_id = b.account_id
            AND c.book_entry_id = b.book_entry_id AND c.claimed_cents = c.amount_cents
        JOIN ledger_api.match_state AS s
            ON s.jurisdiction_id = b.jurisdiction_id AND s.entry_id = b.entry_id
            AND s.match_no = b.match_no AND s.state IN ('confirmed', 'accepted')
        JOIN ledger.match_statement_line AS m
            ON m.jurisdiction_id = b.jurisdiction_id AND m.entry_id = b.entry_id
            AND m.match_no = b.match_no
        JOIN ledger.statement_line AS l
            ON l.jurisdiction_id = m.jurisdiction_id AND l.statement_id = m.statement_id
            AND l.ordinal = m.ordinal
        WHERE b.jurisdiction_id = j AND b.book_entry_id = p_check_id
    );
END $$;
COMMENT ON FUNCTION ledger_api.cleared_on IS
'The day on which the bank paid a check, as far as a matched statement says so.';
