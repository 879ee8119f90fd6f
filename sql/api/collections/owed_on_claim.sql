-- What the debts of a joint claim owe together, which may be more than its loss.
CREATE FUNCTION ledger_api.owed_on_claim(j integer, p_claim_id bigint) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(sum(t.owed_cents), 0)::bigint
    FROM ledger.joint_debt AS d
    JOIN ledger.debt_total AS t
        ON t.jurisdiction_id = j AND t.docket_id = d.docket_id AND t.debt_no = d.debt_no
    WHERE d.jurisdiction_id = j AND d.claim_id = p_claim_id
$$;
COMMENT ON FUNCTION ledger_api.owed_on_claim IS
'What the debts of a joint claim owe together, which may be more than its loss.';
