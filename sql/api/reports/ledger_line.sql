-- The two-sided lines that accountants read: one row per debit and per credit.
CREATE VIEW ledger_api.ledger_line WITH (security_invoker = true) AS
SELECT p.jurisdiction_id, p.entry_id, p.line, p.posted_on, p.purse_id, s.account_id,
    s.debit_cents, s.credit_cents, p.debt_no, p.share_no
FROM ledger.posting AS p
CROSS JOIN LATERAL (
    VALUES (p.debit_account_id, p.amount_cents, 0::bigint),
        (p.credit_account_id, 0::bigint, p.amount_cents)
) AS s (account_id, debit_cents, credit_cents);
COMMENT ON VIEW ledger_api.ledger_line IS
'The two-sided lines that accountants read: one row per debit and per credit.';
