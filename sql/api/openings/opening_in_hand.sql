-- The opening that this transaction began and has not closed; raises LG356 for any other.
CREATE FUNCTION ledger_api.opening_in_hand(p_opening_id bigint) RETURNS ledger.opening
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver', 'owner');
    v_opening ledger.opening;
BEGIN
    SELECT o.* INTO v_opening
    FROM ledger.opening AS o
    JOIN ledger.journal_tail AS t ON t.jurisdiction_id = j AND t.entry_id = o.entry_id
    WHERE o.jurisdiction_id = j AND o.entry_id = p_opening_id
        AND t.written_by = pg_current_xact_id() AND NOT EXISTS (
            SELECT FROM ledger.opening_tie AS e
            WHERE e.jurisdiction_id = j AND e.entry_id = o.entry_id
        );
    IF NOT FOUND THEN
        PERFORM ledger.raise_refusal('LG356', format('opening %s', p_opening_id));
    END IF;
    RETURN v_opening;
END $$;
COMMENT ON FUNCTION ledger_api.opening_in_hand IS
'The opening that this transaction began and has not closed.';
