-- Refuses books that define a stored name otherwise than it is stored.
CREATE FUNCTION ledger_api.refuse_other_definition(j integer, p_books jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_what text;
BEGIN
    SELECT format('fund %s', x.code) INTO v_what
    FROM jsonb_to_recordset(p_books -> 'funds') AS x (
        code text, name text, kind text, fiscal_year_start_month smallint
    )
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.code = x.code
    WHERE (f.name, f.kind, f.fiscal_year_start_month) IS DISTINCT FROM
        (x.name, x.kind, x.fiscal_year_start_month)
    UNION ALL
    SELECT format('authority %s %s', x.rule, x.version)
    FROM jsonb_to_recordset(p_books -> 'authorities') AS x (
        rule text, version text, rule_digest text
    )
    JOIN ledger.authority AS a
        ON a.jurisdiction_id = j AND a.rule = x.rule AND a.version = x.version
    WHERE a.rule_digest <> decode(x.rule_digest, 'hex')
    UNION ALL
    SELECT format('%s of authority %s %s', x.name, x.rule, x.version)
    FROM jsonb_to_recordset(p_books -> 'authority_terms') AS x (
        rule text, version text, name text, value text
    )
    JOIN ledger.authority AS a
        ON a.jurisdiction_id = j AND a.rule = x.rule AND a.version = x.version
    JOIN ledger.authority_term AS t
        ON t.jurisdiction_id = j AND t.authority_id = a.id AND t.name = x.name
    WHERE t.value <> x.value
    UNION ALL
    SELECT format('recipient %s', x.code)
    FROM jsonb_to_recordset(p_books -> 'recipients') AS x (code text, name text, roles text[])
    JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.code = x.code
    WHERE (r.name, r.roles) IS DISTINCT FROM (x.name, x.roles)
    UNION ALL
    SELECT format('account %s of %s', x.number, x.fund)
    FROM jsonb_to_recordset(p_books -> 'accounts') AS x (
        fund text, account_set text, number text, name text, class text, normal_side text,
        role text, recipient text
    )
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.code = x.fund
    LEFT JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.code = x.recipient
    JOIN ledger.account AS a
        ON a.jurisdiction_id = j AND a.fund_id = f.id AND (
            a.number = x.number
            OR a.role = x.role AND a.recipient_id IS NOT DISTINCT FROM r.id
        )
    WHERE (a.number, a.name, a.class, a.account_set, a.normal_side, a.role, a.recipient_id)
        IS DISTINCT FROM
        (x.number, x.name, x.class, x.account_set, x.normal_side, x.role, r.id)
    UNION ALL
    SELECT format('rank of %s in %s', x.debt_kind, x.payment_order)
    FROM jsonb_to_recordset(p_books -> 'payment_ranks') AS x (
        payment_order text, debt_kind text, rank smallint, is_gated boolean, is_gating boolean
    )
    JOIN ledger.payment_rank AS k
        ON k.jurisdiction_id = j AND k.payment_order = x.payment_order
        AND k.debt_kind = x.debt_kind
    WHERE (k.rank, k.is_gated, k.is_gating) IS DISTINCT FROM (x.rank, x.is_gated, x.is_gating)
    UNION ALL
    SELECT format('purse %s/%s/%s', x.fund, x.purpose, x.year)
    FROM jsonb_to_recordset(p_books -> 'purses') AS x (
        fund text, purpose text, year smallint, allowed text[]
    )
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.code = x.fund
    JOIN ledger.purse AS p
        ON p.jurisdiction_id = j AND p.fund_id = f.id AND p.purpose = x.purpose
        AND p.year_of_availability = x.year
    WHERE p.allowed_purposes <> x.allowed
    LIMIT 1;
    IF v_what IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG804', v_what);
    END IF;
END $$;
COMMENT ON FUNCTION ledger_api.refuse_other_definition IS
'Refuses books that define a stored name otherwise than it is stored.';
