-- What moved the receivable of each debt up to a day, and by what: ordered, the reason of a change,
-- interest, penalty, or paid (negative). Since these are the postings themselves, they add up to
-- the receivable account, and a loss that several dockets owe is there once.
CREATE FUNCTION ledger_api.debt_movements(
    j integer, p_end date, p_known_at timestamptz, p_fund text, p_by_effective_day boolean
) RETURNS TABLE (
    fund_id integer,
    docket_id bigint,
    debt_no smallint,
    claim_id bigint,
    citation text,
    debt_kind text,
    day date,
    what text,
    cents bigint
)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT f.id, b.docket_id, b.debt_no, t.claim_id, u.citation, b.kind, d.day, CASE
            WHEN e.kind IN ('collection', 'reversal') THEN 'paid'
            WHEN c.reason IS NOT NULL THEN c.reason
            WHEN k.debt_no IS NULL THEN 'ordered'
            WHEN b.kind = 'penalty' THEN 'penalty'
            ELSE 'interest'
        END, CASE a.id WHEN p.debit_account_id THEN p.amount_cents ELSE -p.amount_cents END
    FROM ledger.fund AS f
    JOIN ledger.account AS a
        ON a.jurisdiction_id = j AND a.fund_id = f.id AND a.role = 'receivable'
    JOIN ledger.posting AS p
        ON p.jurisdiction_id = j AND a.id IN (p.debit_account_id, p.credit_account_id)
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = p.entry_id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN p_by_effective_day THEN e.effective_on ELSE e.posted_on END AS day
    ) AS d
    LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = e.id
    JOIN ledger.debt AS b
        ON b.jurisdiction_id = j AND b.docket_id = e.docket_id AND b.debt_no = p.debt_no
    JOIN ledger.debt_total AS t
        ON t.jurisdiction_id = j AND t.docket_id = b.docket_id AND t.debt_no = b.debt_no
    JOIN ledger.authority AS u ON u.jurisdiction_id = j AND u.id = b.authority_id
    LEFT JOIN ledger.debt_change AS c
        ON c.jurisdiction_id = j AND c.entry_id = p.entry_id AND c.debt_no = p.debt_no
    LEFT JOIN ledger.debt_component AS k
        ON k.jurisdiction_id = j AND k.docket_id = b.docket_id AND k.debt_no = b.debt_no
    WHERE f.jurisdiction_id = j AND (p_fund IS NULL OR f.code = p_fund) AND d.day <= p_end
        AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
$$;
COMMENT ON FUNCTION ledger_api.debt_movements IS
'What moved the receivable of each debt up to a day, and by what.';
