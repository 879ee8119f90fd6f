-- Reverses collections, each by its mirror, cent for cent. statement: entry, reason, effective_on,
-- doubles (duplicate: the entry of the receipt that stands for the same money). The memo of a void
-- is its reason. What is misapplied, identified or applied anew stands again under its number, on
-- a docket, when the transaction ends.
CREATE FUNCTION ledger_api.reverse_collections(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT * FROM ledger_api.reverse_receipts(
        ledger_api.require_role('clerk'), p_commands, ARRAY[
            'returned_check', 'returned_ach', 'chargeback', 'void', 'duplicate', 'misapplied',
            'identified', 'reapplied'
        ]
    );
END $$;
COMMENT ON FUNCTION ledger_api.reverse_collections IS
'Reverses collections, each by its mirror. statement: entry, reason, effective_on, doubles.';
