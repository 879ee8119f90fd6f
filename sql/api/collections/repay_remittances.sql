-- Takes back into the court's bank what a recipient owes for shares that were taken back after
-- they had been sent. statement: fund, recipient, amount_cents, effective_on.
CREATE FUNCTION ledger_api.repay_remittances(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT * FROM ledger_api.write_repayments(ledger_api.require_role('clerk'), p_commands)
$$;
COMMENT ON FUNCTION ledger_api.repay_remittances IS
'Takes back into the court''s bank what a recipient owes for shares taken back after sending.';
