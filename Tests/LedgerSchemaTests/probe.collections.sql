-- The names of a court's books, and the doors of its collections as calls of few words, run with
-- the rights of the caller.
CREATE SCHEMA probe;
GRANT USAGE ON SCHEMA probe TO PUBLIC;
CREATE FUNCTION probe.fund(p text) RETURNS integer LANGUAGE sql AS
    'SELECT id FROM ledger.fund WHERE code = p
     AND jurisdiction_id = ledger.bound_jurisdiction()';
CREATE FUNCTION probe.purse(p text) RETURNS integer LANGUAGE sql AS
    'SELECT id FROM ledger.purse WHERE fund_id = probe.fund(p)';
CREATE FUNCTION probe.account(p_fund text, p_role text, p_recipient text DEFAULT NULL)
RETURNS integer LANGUAGE sql AS $$
    SELECT a.id FROM ledger.account AS a
    LEFT JOIN ledger.recipient AS r ON r.id = a.recipient_id
    WHERE a.fund_id = probe.fund(p_fund) AND a.role = p_role
        AND r.code IS NOT DISTINCT FROM p_recipient
$$;
CREATE FUNCTION probe.authority(p text) RETURNS integer LANGUAGE sql AS
    'SELECT id FROM ledger.authority WHERE rule = p
     AND jurisdiction_id = ledger.bound_jurisdiction()';
CREATE FUNCTION probe.docket(p text) RETURNS bigint LANGUAGE sql AS
    'SELECT docket_id FROM ledger.docket_reference WHERE reference = p
     AND jurisdiction_id = ledger.bound_jurisdiction()';
CREATE FUNCTION probe.home(p text) RETURNS text LANGUAGE sql AS
    'SELECT f.code FROM ledger.docket AS d JOIN ledger.fund AS f ON f.id = d.fund_id
     WHERE d.entry_id = probe.docket(p)';

CREATE FUNCTION probe.open(
    p_key text, p_reference text, p_fund text DEFAULT 'clerk',
    p_judgment_on date DEFAULT '2025-03-01', p_order text DEFAULT 'simple'
) RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.open_dockets(
        ARRAY[p_key], ARRAY[p_reference], ARRAY[probe.fund(p_fund)], ARRAY[p_judgment_on],
        ARRAY[false], ARRAY[p_order]
    )
$$;

CREATE FUNCTION probe.plan(
    p_fund text, p_shares text[] DEFAULT '{police,prosecutor,harbor}'
) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object(
        'tier', array_fill(0, ARRAY[cardinality(p_shares)]),
        'weight', (ARRAY[40, 20, 40, 10])[1:cardinality(p_shares)],
        'cap', ARRAY[NULL::bigint],
        'due', array_agg(probe.account(p_fund, 'due_to', s.code) ORDER BY s.n),
        'own', array_agg(coalesce(r.own_purse_id, 0) ORDER BY s.n)
    )
    FROM unnest(p_shares) WITH ORDINALITY AS s (code, n)
    LEFT JOIN ledger.recipient AS r
        ON r.code = s.code AND r.jurisdiction_id = ledger.bound_jurisdiction()
$$;

CREATE FUNCTION probe.assess(
    p_key text, p_reference text, p_rule text, p_cents bigint,
    p_shares text[] DEFAULT '{police,prosecutor,harbor}', p_credit text DEFAULT NULL,
    p_claim bigint DEFAULT NULL, p_posted bigint DEFAULT NULL
) RETURNS SETOF ledger_api.reply LANGUAGE plpgsql AS $$
DECLARE
    f text := probe.home(p_reference);
    w integer := probe.purse(f);
    v_federal boolean := f = 'us-clerk';
BEGIN
    RETURN QUERY SELECT * FROM ledger_api.assess_debts(
        ARRAY[p_key], ARRAY[probe.docket(p_reference)], ARRAY[probe.authority(p_rule)], '{m}',
        '{1}', '{0}', '{per_count}', ARRAY[p_cents], ARRAY[p_claim],
        jsonb_build_array(probe.plan(f, p_shares)),
        '{1}', CASE WHEN v_federal THEN '{1,1}' ELSE '{1}' END::integer[],
        CASE WHEN v_federal THEN ARRAY[w, w] ELSE ARRAY[w] END,
        CASE WHEN v_federal
            THEN ARRAY[probe.account(f, 'receivable'), probe.account(f, 'accrued_collections')]
            ELSE ARRAY[probe.account(f, 'receivable')] END,
        CASE WHEN v_federal
            THEN ARRAY[probe.account(f, 'custodial_revenue'), probe.account(f, 'uncollected')]
            ELSE ARRAY[probe.account(f, coalesce(p_credit, 'uncollected'))] END,
        array_fill(coalesce(p_posted, p_cents), ARRAY[CASE WHEN v_federal THEN 2 ELSE 1 END])
    );
END $$;

-- The postings of a collection: p_applied is a list of {debt, shares}, one amount per share.
CREATE FUNCTION probe.lines(p_reference text, p_applied jsonb, p_unapplied bigint DEFAULT 0)
RETURNS TABLE (part text, purse integer, debit integer, credit integer, cents bigint,
    debt smallint, share smallint)
LANGUAGE sql AS $$
    WITH applied AS (
        SELECT x.debt, s.cents, (s.n - 1)::smallint AS share,
            l.due_to_account_id[s.n] AS due, l.own_purse_id[s.n] AS own
        FROM jsonb_to_recordset(p_applied) AS x (debt smallint, shares bigint[])
        JOIN ledger.debt AS b ON b.docket_id = probe.docket(p_reference) AND b.debt_no = x.debt
        JOIN ledger.share_plan AS l ON l.id = b.share_plan_id
        CROSS JOIN LATERAL unnest(x.shares) WITH ORDINALITY AS s (cents, n)
    ), home AS (SELECT probe.home(p_reference) AS f)
    SELECT 'applied', probe.purse(f), probe.account(f, 'undeposited'),
        probe.account(f, 'receivable'), sum(cents)::bigint, debt, NULL::smallint
    FROM applied, home GROUP BY debt, f
    UNION ALL
    SELECT 'custodial', probe.purse(f), probe.account(f, 'collections_for_others'),
        probe.account(f, 'accrued_collections'), sum(cents)::bigint, debt, NULL
    FROM applied, home WHERE f = 'us-clerk' GROUP BY debt, f
    UNION ALL
    SELECT 'share', probe.purse(f), probe.account(f, 'uncollected'), due, cents, debt, share
    FROM applied, home WHERE cents > 0
    UNION ALL
    SELECT 'own', own, (SELECT a.id FROM ledger.account AS a WHERE a.fund_id = w.fund_id
            AND a.role = 'due_from_court'), (SELECT a.id FROM ledger.account AS a
            WHERE a.fund_id = w.fund_id AND a.role = 'revenue'), cents, debt, share
    FROM applied JOIN ledger.purse AS w ON w.id = applied.own WHERE cents > 0
    UNION ALL
    SELECT 'unapplied', probe.purse(f), probe.account(f, 'undeposited'),
        probe.account(f, 'unapplied'), p_unapplied, NULL, NULL FROM home WHERE p_unapplied > 0
$$;

-- One collection as a batch of one; p_drop leaves out a part of its postings, p_shift moves the
-- money of one part into the accounts of another fund.
CREATE FUNCTION probe.collect(
    p_key text, p_reference text, p_amount bigint, p_applied jsonb DEFAULT '[]',
    p_unapplied bigint DEFAULT 0, p_drop text DEFAULT '', p_on date DEFAULT '2025-04-01',
    p_method text DEFAULT 'cash', p_number text DEFAULT NULL, p_codes text[] DEFAULT '{NULL}',
    p_debit integer DEFAULT NULL, p_credit integer DEFAULT NULL, p_purse integer DEFAULT NULL,
    p_payer text DEFAULT NULL, p_debt smallint DEFAULT NULL, p_source text DEFAULT 'till-1',
    p_origin text DEFAULT 'payment'
) RETURNS SETOF ledger_api.reply LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY SELECT r.* FROM (
        SELECT array_agg(1) AS item, array_agg(coalesce(x.purse, l.purse)) AS purse,
            array_agg(coalesce(x.debit, l.debit)) AS debit,
            array_agg(coalesce(x.credit, l.credit)) AS credit, array_agg(l.cents) AS cents,
            array_agg(coalesce(l.debt, p_debt)) AS debt, array_agg(l.share) AS share
        FROM probe.lines(p_reference, p_applied, p_unapplied) AS l
        LEFT JOIN (SELECT p_purse AS purse, p_debit AS debit, p_credit AS credit) AS x
            ON l.part IN ('share', 'unapplied')
        WHERE l.part <> p_drop
    ) AS l
    CROSS JOIN LATERAL ledger_api.record_collections(
        p_source, ARRAY[p_key], ARRAY[sha256(convert_to(concat(
            p_reference, p_amount, p_applied, p_unapplied, p_on, p_method, p_number), 'UTF8'))],
        ARRAY[probe.docket(p_reference)], ARRAY[p_on], ARRAY[p_amount],
        CASE WHEN p_number IS NOT NULL THEN ARRAY[p_number] END, ARRAY[p_method],
        ARRAY[p_payer], '{NULL}', p_codes, '{given}', l.item, l.purse, l.debit, l.credit,
        l.cents, l.debt, l.share, p_origin
    ) AS r;
END $$;
