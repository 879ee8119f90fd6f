-- Adds the funds, purses, accounts, recipients and authorities that are not there yet, in one
-- entry; answers with how many were added (0: nothing changed, nothing written). A definition
-- that differs from the stored one is refused. Identities follow the order of the definition. An
-- owner defines; a restitution payee may be proposed by one person and added by another.
CREATE FUNCTION ledger_api.define_books(p_books jsonb, p_proposal_id bigint DEFAULT NULL)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('owner', 'clerk', 'approver');
    v_entry bigint := nextval('ledger.entry_id');
    v_today date := ledger_api.court_today();
    v_added integer := 0;
    v_count integer;
BEGIN
    IF p_proposal_id IS NULL THEN
        PERFORM ledger_api.require_role('owner');
    ELSE
        PERFORM ledger_api.refuse_other_payee(j, p_books, p_proposal_id);
    END IF;
    PERFORM FROM ledger.jurisdiction WHERE id = j FOR UPDATE;
    PERFORM ledger_api.refuse_unknown_names(j, p_books);
    PERFORM ledger_api.refuse_other_definition(j, p_books);

    INSERT INTO ledger.purpose (jurisdiction_id, entry_id, code)
    SELECT j, v_entry, x.code
    FROM jsonb_to_recordset(p_books -> 'purposes') AS x (code text)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_added := v_added + v_count;

    INSERT INTO ledger.payment_rank (
        jurisdiction_id, entry_id, payment_order, debt_kind, rank, is_gated, is_gating, citation
    )
    SELECT j, v_entry, x.payment_order, x.debt_kind, x.rank, x.is_gated, x.is_gating, x.citation
    FROM jsonb_to_recordset(p_books -> 'payment_ranks') AS x (
        payment_order text, debt_kind text, rank smallint, is_gated boolean, is_gating boolean,
        citation text
    )
    ON CONFLICT (jurisdiction_id, payment_order, debt_kind) DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_added := v_added + v_count;

    INSERT INTO ledger.authority (
        jurisdiction_id, entry_id, rule, version, citation, source, debt_kind, effective_from,
        effective_to, share_roles, minimum_cents, maximum_cents, rule_digest
    )
    SELECT j, v_entry, x.rule, x.version, x.citation, x.source, x.debt_kind, x.effective_from,
        x.effective_to, x.share_roles, x.minimum_cents, x.maximum_cents,
        decode(x.rule_digest, 'hex')
    FROM ROWS FROM (
        jsonb_to_recordset(p_books -> 'authorities') AS (
            rule text, version text, citation text, source text, debt_kind text,
            effective_from date, effective_to date, share_roles text[], minimum_cents bigint,
            maximum_cents bigint, rule_digest text
        )
    ) WITH ORDINALITY AS x (
        rule, version, citation, source, debt_kind, effective_from, effective_to, share_roles,
        minimum_cents, maximum_cents, rule_digest, n
    )
    ORDER BY x.n
    ON CONFLICT (jurisdiction_id, rule, version) DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_added := v_added + v_count;

    INSERT INTO ledger.authority_term (jurisdiction_id, entry_id, authority_id, name, value)
    SELECT j, v_entry, a.id, x.name, x.value
    FROM jsonb_to_recordset(p_books -> 'authority_terms') AS x (
        rule text, version text, name text, value text
    )
    JOIN ledger.authority AS a
        ON a.jurisdiction_id = j AND a.rule = x.rule AND a.version = x.version
    ON CONFLICT (jurisdiction_id, authority_id, name) DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_added := v_added + v_count;

    INSERT INTO ledger.fund (
        jurisdiction_id, entry_id, code, name, kind, fiscal_year_start_month
    )
    SELECT j, v_entry, x.code, x.name, x.kind, x.fiscal_year_start_month
    FROM ROWS FROM (
        jsonb_to_recordset(p_books -> 'funds') AS (
            code text, name text, kind text, fiscal_year_start_month smallint
        )
    ) WITH ORDINALITY AS x (code, name, kind, fiscal_year_start_month, n)
    ORDER BY x.n
    ON CONFLICT (jurisdiction_id, code) DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_added := v_added + v_count;

    INSERT INTO ledger.purse (
        jurisdiction_id, entry_id, fund_id, purpose, year_of_availability, allowed_purposes
    )
    SELECT j, v_entry, f.id, x.purpose, x.year, x.allowed
    FROM ROWS FROM (
        jsonb_to_recordset(p_books -> 'purses') AS (
            fund text, purpose text, year smallint, allowed text[]
        )
    ) WITH ORDINALITY AS x (fund, purpose, year, allowed, n)
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.code = x.fund
    ORDER BY x.n
    ON CONFLICT (jurisdiction_id, fund_id, purpose, year_of_availability) DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_added := v_added + v_count;

    INSERT INTO ledger.recipient (jurisdiction_id, entry_id, code, name, roles, own_purse_id)
    SELECT j, v_entry, x.code, x.name, x.roles, p.id
    FROM ROWS FROM (
        jsonb_to_recordset(p_books -> 'recipients') AS (
            code text, name text, roles text[], own_fund text, own_purpose text, own_year smallint
        )
    ) WITH ORDINALITY AS x (code, name, roles, own_fund, own_purpose, own_year, n)
    LEFT JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.code = x.own_fund
    LEFT JOIN ledger.purse AS p
        ON p.jurisdiction_id = j AND p.fund_id = f.id AND p.purpose = x.own_purpose
        AND p.year_of_availability = x.own_year
    ORDER BY x.n
    ON CONFLICT (jurisdiction_id, code) DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_added := v_added + v_count;

    INSERT INTO ledger.account (
        jurisdiction_id, entry_id, fund_id, account_set, number, name, class, normal_side, role,
        recipient_id
    )
    SELECT j, v_entry, f.id, x.account_set, x.number, x.name, x.class, x.normal_side, x.role, r.id
    FROM ROWS FROM (
        jsonb_to_recordset(p_books -> 'accounts') AS (
            fund text, account_set text, number text, name text, class text, normal_side text,
            role text, recipient text
        )
    ) WITH ORDINALITY AS x (
        fund, account_set, number, name, class, normal_side, role, recipient, n
    )
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.code = x.fund
    LEFT JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.code = x.recipient
    ORDER BY x.n
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_added := v_added + v_count;

    IF v_added > 0 THEN
        PERFORM ledger_api.write_entry(
            'books', '{"statement": {}}'::jsonb || p_books, v_today, v_today, p_id => v_entry
        );
        IF p_proposal_id IS NOT NULL THEN
            PERFORM ledger_api.write_approval(j, v_entry, p_proposal_id);
        END IF;
    END IF;
    RETURN v_added;
END $$;
COMMENT ON FUNCTION ledger_api.define_books IS
'Adds the funds, purses, accounts, recipients and authorities that are not there yet.';
