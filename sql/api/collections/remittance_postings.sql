-- The postings of money sent on to a recipient, or with a negative amount of money given back: out
-- of the court's bank, and into the cash and the resources of a fund of the same jurisdiction.
CREATE FUNCTION ledger_api.remittance_postings(
    j integer, p_purse_id integer, p_recipient_id integer, p_cents bigint
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    WITH moves AS (
        SELECT 1 AS n, w.id AS purse, w.fund_id, 'due_to' AS debit, 'bank' AS credit
        FROM ledger.purse AS w
        WHERE w.jurisdiction_id = j AND w.id = p_purse_id
        UNION ALL
        SELECT m.n, w.id, w.fund_id, m.debit, m.credit
        FROM ledger.recipient AS r
        JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = r.own_purse_id
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        CROSS JOIN LATERAL (VALUES
            (2, 'cash', 'due_from_court'),
            (3, 'resources', CASE f.kind WHEN 'federal' THEN 'unapportioned' ELSE 'available' END)
        ) AS m (n, debit, credit)
        WHERE r.jurisdiction_id = j AND r.id = p_recipient_id
    )
    SELECT jsonb_agg(jsonb_build_object(
        'purse', m.purse, 'cents', abs(p_cents),
        CASE WHEN p_cents > 0 THEN 'debit' ELSE 'credit' END, d.id,
        CASE WHEN p_cents > 0 THEN 'credit' ELSE 'debit' END, c.id
    ) ORDER BY m.n)
    FROM moves AS m
    JOIN ledger.account AS d
        ON d.jurisdiction_id = j AND d.fund_id = m.fund_id AND d.role = m.debit
        AND d.recipient_id IS NOT DISTINCT FROM CASE m.debit WHEN 'due_to' THEN p_recipient_id END
    JOIN ledger.account AS c
        ON c.jurisdiction_id = j AND c.fund_id = m.fund_id AND c.role = m.credit
        AND c.recipient_id IS NULL
$$;
COMMENT ON FUNCTION ledger_api.remittance_postings IS
'The postings of money sent on to a recipient, or with a negative amount of money given back.';
