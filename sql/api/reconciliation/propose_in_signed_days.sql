-- What a rule would confirm among lines of signed days is only proposed: a person reopens the days
-- first. The last sign-off in force holds the days of all before it.
CREATE FUNCTION ledger_api.propose_in_signed_days(j integer, p_account ledger.bank_account)
RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_signed record;
BEGIN
    SELECT s.sign_off_id, s.through INTO v_signed
    FROM ledger.signed_periods(j) AS s
    WHERE s.account_id = p_account.account_id
    ORDER BY s.through DESC LIMIT 1;
    IF v_signed.through IS NULL THEN
        RETURN;
    END IF;
    UPDATE m_found AS f SET state = 'proposed'
    WHERE f.state = 'confirmed' AND (f.no IN (
        SELECT m.no FROM m_found_statement AS m
        JOIN m_statement AS s ON s.id = m.id
        WHERE s.day <= v_signed.through
            AND ledger.statement_known_by(j, s.statement_id) < v_signed.sign_off_id
    ) OR NOT EXISTS (SELECT FROM m_found_statement AS m WHERE m.no = f.no)) AND (f.no IN (
        SELECT m.no FROM m_found_book AS m
        JOIN m_book AS b ON b.id = m.id
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = b.book_entry_id
        WHERE e.posted_on <= v_signed.through
    ) OR NOT EXISTS (SELECT FROM m_found_book AS m WHERE m.no = f.no));
END $$;
COMMENT ON FUNCTION ledger_api.propose_in_signed_days IS
'What a rule would confirm among lines of signed days is only proposed.';
