-- What payers of these dockets owe the court: money that was given back before the bank took it
-- back too. The next payment makes it good before a debt gets anything.
CREATE FUNCTION ledger_api.owed_back(j integer, p_docket_ids bigint[])
RETURNS TABLE (docket_id bigint, cents bigint)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT g.docket_id, g.cents
    FROM (
        SELECT f.docket_id, -ledger_api.docket_money(j, f.docket_id, 'unapplied') AS cents
        FROM (
            SELECT DISTINCT r.docket_id FROM ledger.refund AS r
            WHERE r.jurisdiction_id = j AND r.docket_id = ANY (p_docket_ids)
        ) AS f
    ) AS g
    WHERE g.cents > 0;
END $$;
COMMENT ON FUNCTION ledger_api.owed_back IS
'What payers of these dockets owe the court: given back before the bank took it back too.';
