-- Holds books that two persons define to what one of them proposed: a restitution payee, known by a
-- token of the court, and the accounts of what is due to it.
CREATE FUNCTION ledger_api.refuse_other_payee(j integer, p_books jsonb, p_proposal_id bigint)
RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_code text := ledger_api.judge_proposal(j, p_proposal_id, 'payee_add');
    v_token text;
BEGIN
    IF v_code IS NOT NULL THEN
        PERFORM ledger.raise_refusal(v_code, format('proposal %s', p_proposal_id));
    END IF;
    SELECT p.statement::jsonb ->> 'token' INTO v_token
    FROM ledger.proposal AS p
    WHERE p.jurisdiction_id = j AND p.entry_id = p_proposal_id;
    IF (v_token ~ '^[a-z0-9-]{1,40}$') IS NOT TRUE OR EXISTS (
        SELECT FROM jsonb_each(p_books) AS b (list, rows)
        WHERE b.list NOT IN ('recipients', 'accounts') AND b.rows <> '[]'
    ) OR (
        SELECT count(*) FROM jsonb_array_elements(p_books -> 'recipients')
    ) <> 1 OR EXISTS (
        SELECT FROM jsonb_to_recordset(p_books -> 'recipients') AS x (
            code text, roles text[], own_fund text
        )
        WHERE x.code <> v_token OR x.roles <> '{restitution_payee}' OR x.own_fund IS NOT NULL
    ) OR EXISTS (
        SELECT FROM jsonb_to_recordset(p_books -> 'accounts') AS x (
            recipient text, role text, class text, normal_side text
        )
        WHERE (x.recipient, x.role, x.class, x.normal_side)
            IS DISTINCT FROM (v_token, 'due_to', 'liability', 'credit')
    ) THEN
        PERFORM ledger.raise_refusal('LG804', format('payee of proposal %s', p_proposal_id));
    END IF;
END $$;
COMMENT ON FUNCTION ledger_api.refuse_other_payee IS
'Holds books that two persons define to the restitution payee that one of them proposed.';
