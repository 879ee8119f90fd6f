-- Locks, before anything is decided, all dockets of a batch of refunds and then every purse that
-- the batch can touch, each kind in one order: two batches never wait for each other in a circle.
CREATE FUNCTION ledger_api.lock_refund_books(j integer, p_docket_ids bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM ledger_api.lock_dockets(j, p_docket_ids);
    PERFORM FROM ledger.purse AS w
    WHERE w.jurisdiction_id = j AND (w.fund_id IN (
        SELECT k.fund_id FROM ledger.docket AS k
        WHERE k.jurisdiction_id = j AND k.entry_id = ANY (p_docket_ids)
    ) OR w.id IN (
        SELECT r.own_purse_id FROM ledger.recipient AS r WHERE r.jurisdiction_id = j
    ))
    ORDER BY w.id FOR UPDATE;
END $$;
COMMENT ON FUNCTION ledger_api.lock_refund_books IS
'Locks all dockets of a batch of refunds, then every purse that it can touch, in one order.';
