-- Lets the planner know how much an opening has written so far. What a rehearsal wrote and took
-- back leaves statistics that call these tables empty, and plans made for empty tables go over all
-- rows once for each row. Nobody is waited for.
CREATE FUNCTION ledger_api.learn_sizes() RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    EXECUTE 'ANALYZE (SKIP_LOCKED) ledger.journal_entry, ledger.journal_tail, ledger.docket, '
        'ledger.docket_reference, ledger.debt, ledger.debt_ground, ledger.debt_total, '
        'ledger.posting, ledger.remittance_line, ledger.receipt';
END $$;
COMMENT ON FUNCTION ledger_api.learn_sizes IS
'Lets the planner know how much an opening has written so far.';
