-- How many banking days an open line of a bank account counts as under way, by its kind: what the
-- court set last, or else a week for deposits, half a year for checks, and so on.
CREATE FUNCTION ledger_api.clearing_windows(j integer) RETURNS TABLE (
    bank_account_id bigint, kind text, banking_days integer, is_set boolean
)
LANGUAGE sql STABLE AS $$
    SELECT b.entry_id, d.kind, coalesce(w.banking_days, d.days), w.banking_days IS NOT NULL
    FROM ledger.bank_account AS b
    CROSS JOIN (VALUES
        ('deposit', 5), ('check', 125), ('payment', 5), ('bank_credit', 3), ('bank_debit', 3)
    ) AS d (kind, days)
    LEFT JOIN LATERAL (
        SELECT c.banking_days FROM ledger.clearing_window AS c
        WHERE c.jurisdiction_id = j AND c.bank_account_id = b.entry_id AND c.kind = d.kind
        ORDER BY c.entry_id DESC LIMIT 1
    ) AS w ON true
    WHERE b.jurisdiction_id = j
$$;
COMMENT ON FUNCTION ledger_api.clearing_windows IS
'How many banking days an open line of a bank account counts as under way, by its kind.';
