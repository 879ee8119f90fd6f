-- Every receipt and reversal of a docket, with what each debt and each recipient got of it; and, of
-- a docket that came from another system, what they had from there, which has no receipt here.
-- CASE, since row security holds COALESCE for leaky and then no index serves it.
CREATE FUNCTION ledger_api.docket_applications(p_reference text, p_known_at timestamptz)
RETURNS TABLE (
    entry_id bigint,
    number bigint,
    kind text,
    reason text,
    effective_on date,
    receipt text,
    source text,
    debt_no smallint,
    recipient text,
    amount_cents bigint,
    origin text
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT e.id, n.number, e.kind, v.reason, e.effective_on,
        CASE WHEN c.number IS NULL THEN 'opening' ELSE c.number END,
        CASE WHEN c.source IS NULL THEN 'opening' ELSE c.source END, p.debt_no,
        r.code, CASE WHEN e.kind = 'reversal' THEN -p.amount_cents ELSE p.amount_cents END,
        o.origin
    FROM ledger.docket_reference AS k
    JOIN ledger.docket AS d
        ON d.jurisdiction_id = k.jurisdiction_id AND d.entry_id = k.docket_id
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = k.jurisdiction_id AND e.docket_id = k.docket_id
        AND e.kind IN ('collection', 'reversal', 'opening') AND e.outcome = 'accepted'
    LEFT JOIN ledger.receipt AS c
        ON c.jurisdiction_id = e.jurisdiction_id
        AND c.entry_id = CASE WHEN e.reverses_entry_id IS NULL THEN e.id
            ELSE e.reverses_entry_id END
    LEFT JOIN ledger.receipt_origin AS o
        ON o.jurisdiction_id = c.jurisdiction_id AND o.entry_id = c.entry_id
    LEFT JOIN ledger.reversal AS v
        ON v.jurisdiction_id = e.jurisdiction_id AND v.entry_id = e.id
    LEFT JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = e.jurisdiction_id AND n.entry_id = e.id
    JOIN ledger.posting AS p ON p.jurisdiction_id = e.jurisdiction_id AND p.entry_id = e.id
    JOIN ledger.purse AS w
        ON w.jurisdiction_id = p.jurisdiction_id AND w.id = p.purse_id AND w.fund_id = d.fund_id
    JOIN ledger.account AS a ON a.jurisdiction_id = p.jurisdiction_id AND a.id = CASE e.kind
        WHEN 'reversal' THEN p.debit_account_id ELSE p.credit_account_id END
    LEFT JOIN ledger.recipient AS r
        ON r.jurisdiction_id = a.jurisdiction_id AND r.id = a.recipient_id
    WHERE k.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND k.reference = p_reference
        AND (p.share_no IS NOT NULL OR a.role = 'unapplied')
        AND (c.entry_id IS NOT NULL OR e.kind = 'opening')
        AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ORDER BY e.id, p.line
$$;
COMMENT ON FUNCTION ledger_api.docket_applications IS
'Every receipt and reversal of a docket, with what each debt and each recipient got of it.';
