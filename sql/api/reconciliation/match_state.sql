-- How each match stands: confirmed, proposed, ambiguous, accepted, rejected, dissolved, or
-- overtaken: a proposal whose lines others explain by now.
CREATE VIEW ledger_api.match_state WITH (security_invoker = true) AS
SELECT m.jurisdiction_id, m.entry_id, m.match_no, m.bank_account_id, m.pass_id, m.rule_no, CASE
    WHEN d.change IS NOT NULL THEN 'dissolved'
    WHEN r.change IS NOT NULL THEN 'rejected'
    WHEN a.change IS NOT NULL THEN 'accepted'
    WHEN m.state IN ('confirmed', 'accepted') THEN m.state
    WHEN EXISTS (
        SELECT FROM ledger.match_statement_line AS l
        JOIN ledger.statement_claim AS c
            ON c.jurisdiction_id = l.jurisdiction_id AND c.statement_id = l.statement_id
            AND c.ordinal = l.ordinal
        WHERE l.jurisdiction_id = m.jurisdiction_id AND l.entry_id = m.entry_id
            AND l.match_no = m.match_no
            AND abs(c.amount_minor - c.claimed_minor) < abs(l.amount_minor)
    ) OR EXISTS (
        SELECT FROM ledger.match_book_line AS l
        JOIN ledger.book_claim AS c
            ON c.jurisdiction_id = l.jurisdiction_id AND c.account_id = l.account_id
            AND c.book_entry_id = l.book_entry_id
        WHERE l.jurisdiction_id = m.jurisdiction_id AND l.entry_id = m.entry_id
            AND l.match_no = m.match_no
            AND abs(c.amount_cents - c.claimed_cents) < abs(l.amount_cents)
    ) THEN 'overtaken'
    ELSE m.state
END AS state
FROM ledger.match AS m
LEFT JOIN ledger.match_change AS a
    ON a.jurisdiction_id = m.jurisdiction_id AND a.match_entry_id = m.entry_id
    AND a.match_no = m.match_no AND a.change = 'accepted'
LEFT JOIN ledger.match_change AS r
    ON r.jurisdiction_id = m.jurisdiction_id AND r.match_entry_id = m.entry_id
    AND r.match_no = m.match_no AND r.change = 'rejected'
LEFT JOIN ledger.match_change AS d
    ON d.jurisdiction_id = m.jurisdiction_id AND d.match_entry_id = m.entry_id
    AND d.match_no = m.match_no AND d.change = 'dissolved';
COMMENT ON VIEW ledger_api.match_state IS 'How each match stands now.';
