-- How much of a refund the general account has to advance: what recipients owe the court beyond
-- earlier advances, and no more than the refund.
CREATE FUNCTION ledger_api.advance_needed(j integer, p_purse_id integer, p_cents bigint)
RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN greatest(least(
        p_cents,
        ledger_api.recipients_owe(j, p_purse_id)
        - ledger_api.role_balance(j, p_purse_id, 'refund_advance')
    ), 0);
END $$;
COMMENT ON FUNCTION ledger_api.advance_needed IS
'How much of a refund the general account has to advance.';
