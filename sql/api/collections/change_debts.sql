-- Changes what is owed on debts after they were ordered. statement: docket, debt, reason,
-- amount_cents (negative: taken off), order, effective_on, authority (NULL: the debt's own). The
-- reference of an answer says how many cents more are applied now than owed; NULL: none. Vacating
-- takes two persons: see vacate_dockets.
CREATE FUNCTION ledger_api.change_debts(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT * FROM ledger_api.write_changes(
        ledger_api.require_role('clerk'), p_commands, false
    );
END $$;
COMMENT ON FUNCTION ledger_api.change_debts IS
'Changes what is owed on debts after they were ordered.';
