-- Supersedes what stood under the name of this statement. Statements have one name when they are
-- of one account, currency and kind, and have one number of the same year, or, unless both have a
-- number, one identity and the same days.
CREATE FUNCTION ledger_api.supersede_statements(
    j integer, p_entry_id bigint, p_statement_id bigint
) RETURNS void
LANGUAGE sql VOLATILE AS $$
    INSERT INTO ledger.statement_change (
        jurisdiction_id, entry_id, statement_id, change, by_statement_id
    )
    SELECT j, p_entry_id, o.entry_id, 'superseded', n.entry_id
    FROM ledger.statement AS n
    JOIN ledger.statement AS o
        ON o.jurisdiction_id = j AND o.bank_account_id = n.bank_account_id
        AND o.file_id <> n.file_id AND o.entry_id < n.entry_id
        AND ledger_api.is_same_statement(o, n)
    WHERE n.jurisdiction_id = j AND n.entry_id = p_statement_id AND NOT EXISTS (
        SELECT FROM ledger.statement_change AS c
        WHERE c.jurisdiction_id = j AND c.statement_id = o.entry_id AND c.change = 'superseded'
    )
    ORDER BY o.entry_id
$$;
COMMENT ON FUNCTION ledger_api.supersede_statements IS
'Supersedes what stood under the name of this statement.';
