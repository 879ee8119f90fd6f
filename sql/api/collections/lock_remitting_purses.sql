-- Locks, in order, the purse of a court's fund and those of the same jurisdiction that receive
-- from it, and answers with the court's purse; NULL when the fund collects for nobody.
CREATE FUNCTION ledger_api.lock_remitting_purses(j integer, p_fund_id integer) RETURNS integer
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_purse integer := (
        SELECT min(w.id)
        FROM ledger.purse AS w
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE w.jurisdiction_id = j AND w.fund_id = p_fund_id AND f.kind LIKE 'custodial%'
    );
BEGIN
    PERFORM FROM ledger.purse AS w
    WHERE w.jurisdiction_id = j AND v_purse IS NOT NULL AND (w.id = v_purse OR w.id IN (
        SELECT r.own_purse_id FROM ledger.recipient AS r WHERE r.jurisdiction_id = j
    ))
    ORDER BY w.id FOR UPDATE;
    RETURN v_purse;
END $$;
COMMENT ON FUNCTION ledger_api.lock_remitting_purses IS
'Locks the purse of a court''s fund and those that receive from it; answers with the court''s.';
