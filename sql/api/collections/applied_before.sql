-- What a debt was applied of money that came before a day and stands. A receipt that was entered
-- again keeps the day on which it came; one that came after it was returned is new.
CREATE FUNCTION ledger_api.applied_before(
    j integer, p_docket_id bigint, p_debt_no smallint, p_day date
) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(sum(p.amount_cents), 0)
        FROM ledger.docket AS d
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.docket_id = d.entry_id
        JOIN ledger.receipt AS r ON r.jurisdiction_id = j AND r.entry_id = e.id
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND p.entry_id = e.id AND p.debt_no = p_debt_no
            AND p.share_no IS NOT NULL
        JOIN ledger.purse AS w
            ON w.jurisdiction_id = j AND w.id = p.purse_id AND w.fund_id = d.fund_id
        WHERE d.jurisdiction_id = j AND d.entry_id = p_docket_id AND NOT EXISTS (
            SELECT FROM ledger.journal_entry AS b
            WHERE b.jurisdiction_id = j AND b.reverses_entry_id = e.id
        ) AND p_day > (
            SELECT min(f.effective_on)
            FROM ledger.receipt AS s
            JOIN ledger.journal_entry AS f ON f.jurisdiction_id = j AND f.id = s.entry_id
            WHERE s.jurisdiction_id = j AND s.source = r.source AND s.number = r.number
                AND s.entry_id <= r.entry_id AND NOT EXISTS (
                    SELECT FROM ledger.receipt AS t
                    JOIN ledger.reversal AS v
                        ON v.jurisdiction_id = j AND v.reverses_entry_id = t.entry_id
                        AND v.reason NOT IN ('reapplied', 'misapplied', 'identified')
                    WHERE t.jurisdiction_id = j AND t.source = r.source AND t.number = r.number
                        AND t.entry_id >= s.entry_id AND t.entry_id < r.entry_id
                )
        )
    );
END $$;
COMMENT ON FUNCTION ledger_api.applied_before IS
'What a debt was applied of money that came before a day and stands.';
