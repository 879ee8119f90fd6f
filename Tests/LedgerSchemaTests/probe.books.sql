-- A small court: three clerks' funds, two funds that give grants, one federal fund.
CREATE FUNCTION probe.accounts() RETURNS TABLE (
    fund text, account_set text, number text, class text, side text, role text, recipient text
) LANGUAGE sql AS $$
    SELECT f, CASE WHEN k.class = 'budgetary' THEN 'budgetary' ELSE 'proprietary' END,
        (1000 + row_number() OVER ())::text, k.class, k.side, k.role, k.recipient
    FROM (
        VALUES ('{clerk,annex,us-clerk}'::text[], 'asset', 'debit',
                '{undeposited,bank,receivable,accrued_collections}'::text[]),
            ('{clerk,annex,us-clerk}', 'deferred_inflow', 'credit', '{uncollected}'),
            ('{clerk,annex,us-clerk}', 'liability', 'credit', '{unapplied}'),
            ('{clerk,annex,us-clerk}', 'liability', 'debit', '{collections_for_others}'),
            ('{clerk,annex,us-clerk}', 'revenue', 'credit', '{custodial_revenue}'),
            ('{clerk,annex,us-clerk}', 'asset', 'debit', '{cash_over_short}'),
            ('{harbor,haven,dtvf}', 'asset', 'debit', '{cash,due_from_court}'),
            ('{harbor,haven,dtvf}', 'revenue', 'credit', '{revenue}'),
            ('{harbor,haven,dtvf}', 'expenditure', 'debit', '{expenditure}'),
            ('{harbor,haven,dtvf}', 'budgetary', 'debit', '{resources}'),
            ('{harbor,haven,dtvf}', 'budgetary', 'credit',
                '{unapportioned,apportioned,available,obligated,expended}')
    ) AS g (funds, class, side, roles)
    CROSS JOIN LATERAL (
        SELECT g.class, g.side, r AS role, NULL AS recipient FROM unnest(g.roles) AS r
        UNION ALL
        SELECT 'liability', 'credit', 'due_to', r
        FROM unnest('{police,prosecutor,harbor,haven,stranger}'::text[]) AS r
        WHERE g.class = 'deferred_inflow'
    ) AS k
    CROSS JOIN LATERAL unnest(g.funds) AS f
$$;

CREATE FUNCTION probe.books() RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object(
        'purposes', '[{"code":"custody"},{"code":"care"}]'::jsonb,
        'payment_ranks', (
            SELECT jsonb_agg(jsonb_build_object(
                'payment_order', k.payment_order, 'debt_kind', k.debt_kind, 'rank', k.rank,
                'is_gated', k.debt_kind = 'special', 'is_gating', k.debt_kind = 'restitution',
                'citation', 'Act'
            )) FROM (VALUES
                ('simple', 'surcharge', 1), ('gated', 'restitution', 1),
                ('gated', 'special', 2), ('gated', 'fine', 3), ('gated', 'surcharge', 4)
            ) AS k (payment_order, debt_kind, rank)
        ),
        'authorities', (
            SELECT jsonb_agg(jsonb_build_object(
                'rule', k, 'version', '1', 'citation', 'Act ' || k, 'source', 'x',
                'debt_kind', k, 'effective_from', '2000-01-01',
                'effective_to', CASE k WHEN 'special' THEN '2025-03-31' END,
                'share_roles', '["agency"]'::jsonb,
                'minimum_cents', CASE k WHEN 'fine' THEN 100 END,
                'rule_digest', repeat('00', 32)
            )) FROM unnest('{surcharge,restitution,special,fine}'::text[]) AS k
        ),
        'authority_terms', '[{"rule":"special","version":"1","name":"spares_indigent",
            "value":"true"}]'::jsonb,
        'funds', (
            SELECT jsonb_agg(jsonb_build_object(
                'code', k.code, 'name', k.code, 'kind', k.kind, 'fiscal_year_start_month', 7
            )) FROM (VALUES
                ('clerk', 'custodial'), ('annex', 'custodial'),
                ('us-clerk', 'custodial_federal'), ('harbor', 'special_revenue'),
                ('haven', 'special_revenue'), ('dtvf', 'federal')
            ) AS k (code, kind)
        ),
        'purses', (
            SELECT jsonb_agg(jsonb_build_object(
                'fund', k.fund, 'purpose', k.purpose, 'year', 0, 'allowed', '["care"]'::jsonb
            )) FROM (VALUES
                ('clerk', 'custody'), ('annex', 'custody'), ('us-clerk', 'custody'),
                ('harbor', 'care'), ('haven', 'care'), ('dtvf', 'care')
            ) AS k (fund, purpose)
        ),
        'recipients', (
            SELECT jsonb_agg(jsonb_build_object(
                'code', k.code, 'name', k.code, 'roles', ARRAY[k.role], 'own_fund', k.own,
                'own_purpose', 'care', 'own_year', 0
            )) FROM (VALUES
                ('police', 'agency', NULL), ('prosecutor', 'agency', NULL),
                ('harbor', 'agency', 'harbor'), ('haven', 'agency', 'haven'),
                ('stranger', 'other', NULL)
            ) AS k (code, role, own)
        ),
        'accounts', (
            SELECT jsonb_agg(jsonb_build_object(
                'fund', a.fund, 'account_set', a.account_set, 'number', a.number,
                'name', a.role, 'class', a.class, 'normal_side', a.side, 'role', a.role,
                'recipient', a.recipient
            )) FROM probe.accounts() AS a
        )
    )
$$;
