-- The postings of a transfer into a federal fund; negative, it is taken back, and p_allotted of it
-- first loses its allotment and apportionment. Nothing to transfer makes none.
CREATE FUNCTION ledger_api.transfer_postings(
    j integer, p_purse_id integer, p_cents bigint, p_allotted bigint
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_agg(jsonb_build_object(
        'purse', w.id, 'debit', d.id, 'credit', c.id, 'cents', m.cents
    ) ORDER BY m.n)
    FROM (VALUES
        (1, 'cash', 'revenue', p_cents), (2, 'resources', 'unapportioned', p_cents),
        (3, 'revenue', 'cash', -p_cents), (4, 'available', 'apportioned', p_allotted),
        (5, 'apportioned', 'unapportioned', p_allotted),
        (6, 'unapportioned', 'resources', -p_cents)
    ) AS m (n, debit, credit, cents)
    JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = p_purse_id
    JOIN ledger.account AS d
        ON d.jurisdiction_id = j AND d.fund_id = w.fund_id AND d.role = m.debit
    JOIN ledger.account AS c
        ON c.jurisdiction_id = j AND c.fund_id = w.fund_id AND c.role = m.credit
    WHERE m.cents > 0
$$;
COMMENT ON FUNCTION ledger_api.transfer_postings IS
'The postings of a transfer into a federal fund; negative, it is taken back.';
