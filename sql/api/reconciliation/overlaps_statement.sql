-- The day from which a statement that counts tells about days of this one under another name, or
-- NULL. Numbered statements never do, nor those that share a day and carry the balance over.
CREATE FUNCTION ledger_api.overlaps_statement(j integer, p_statement ledger.statement)
RETURNS date
LANGUAGE sql STABLE AS $$
    SELECT min(o.from_on)
    FROM ledger.statement AS o
    WHERE o.jurisdiction_id = j AND o.bank_account_id = p_statement.bank_account_id
        AND o.currency = p_statement.currency AND NOT o.is_interim AND NOT p_statement.is_interim
        AND o.file_id <> p_statement.file_id
        AND (o.sequence IS NULL OR p_statement.sequence IS NULL)
        AND o.from_on <= p_statement.to_on AND o.to_on >= p_statement.from_on
        AND NOT ledger_api.is_same_statement(o, p_statement)
        AND NOT coalesce(
            o.to_on = p_statement.from_on AND o.closing_minor = p_statement.opening_minor
            OR o.from_on = p_statement.to_on AND o.opening_minor = p_statement.closing_minor, false
        ) AND ledger_api.statement_status(j, o) IN ('accepted', 'released')
$$;
COMMENT ON FUNCTION ledger_api.overlaps_statement IS
'Since when a statement that counts tells about days of this one under another name, or NULL.';
