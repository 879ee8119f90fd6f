-- An auditor looks at what the clerk did.
SELECT ledger_api.seal() AS entries_sealed;

-- Every entry has a number without gaps, refused ones too.
SELECT s.number, e.kind, e.outcome, r.code
FROM ledger.sealed_entry AS s
JOIN ledger.journal_entry AS e ON e.id = s.entry_id
LEFT JOIN ledger.refusal AS r ON r.entry_id = e.id
ORDER BY s.number;

-- Both sides of every account.
SELECT a.number, a.name, sum(l.debit_cents) AS debit, sum(l.credit_cents) AS credit
FROM ledger_api.ledger_line AS l JOIN ledger.account AS a ON a.id = l.account_id
GROUP BY a.fund_id, a.number, a.name
ORDER BY a.fund_id, a.number;

-- The blocks follow each other, and the days agree with the postings.
SELECT b.number, b.first_entry_number, b.entry_count, b.posting_count, b.posted_cents
FROM ledger.block AS b ORDER BY b.number;
SELECT count(*) AS days_that_differ
FROM (SELECT account_id, sum(debit_cents) AS debit, sum(credit_cents) AS credit
    FROM ledger.balance_day GROUP BY account_id) AS d
FULL JOIN (SELECT account_id, sum(debit_cents) AS debit, sum(credit_cents) AS credit
    FROM ledger_api.ledger_line GROUP BY account_id) AS l USING (account_id)
WHERE (d.debit, d.credit) IS DISTINCT FROM (l.debit, l.credit);

-- Nothing of this can be changed, by anybody.
\set VERBOSITY terse
UPDATE ledger.posting SET amount_cents = 1;
DELETE FROM ledger.receipt;
TRUNCATE ledger.journal_entry;
