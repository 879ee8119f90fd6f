-- Writes what a batch leaves unsent of the entries that are sealed, for the next one to begin with.
CREATE FUNCTION ledger_api.carry_unsent(j integer, p_run_id bigint, p_fund_id integer)
RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_number bigint := (
        SELECT n.number FROM ledger.sealed_entry AS n
        WHERE n.jurisdiction_id = j ORDER BY n.number DESC LIMIT 1
    );
BEGIN
    INSERT INTO ledger.carried_share (
        jurisdiction_id, entry_id, recipient_id, share_entry_id, share_line
    )
    SELECT j, p_run_id, u.recipient_id, u.entry_id, u.line
    FROM ledger_api.unsent_shares(j, p_fund_id, 'infinity') AS u
    JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = j AND n.entry_id = u.entry_id AND n.number <= v_number;
    INSERT INTO ledger.remittance_carry (jurisdiction_id, entry_id, fund_id, sealed_number)
    SELECT j, p_run_id, p_fund_id, v_number WHERE v_number IS NOT NULL;
END $$;
COMMENT ON FUNCTION ledger_api.carry_unsent IS
'Writes what a batch leaves unsent of the entries that are sealed, for the next one to begin with.';
