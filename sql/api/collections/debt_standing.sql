-- A debt with all on which a change of it rests, read when its docket is locked.
CREATE FUNCTION ledger_api.debt_standing(j integer, p_docket_id bigint, p_debt_no smallint)
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    kind text,
    fund_id integer,
    authority_id integer,
    judgment_on date,
    claim_id bigint,
    ordered_cents bigint,
    owed_cents bigint,
    applied_cents bigint,
    reduced_cents bigint
)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT d.entry_id, b.debt_no, b.kind, d.fund_id, b.authority_id, d.judgment_on, t.claim_id,
        b.ordered_cents, t.owed_cents, t.applied_cents, coalesce((
            SELECT -sum(c.amount_cents)::bigint FROM ledger.debt_change AS c
            WHERE c.jurisdiction_id = j AND c.docket_id = p_docket_id AND c.debt_no = p_debt_no
                AND c.reason = 'reduction'
        ), 0)
    FROM ledger.docket AS d
    LEFT JOIN ledger.debt AS b
        ON b.jurisdiction_id = j AND b.docket_id = d.entry_id AND b.debt_no = p_debt_no
    LEFT JOIN ledger.debt_total AS t
        ON t.jurisdiction_id = j AND t.docket_id = d.entry_id AND t.debt_no = p_debt_no
    WHERE d.jurisdiction_id = j AND d.entry_id = p_docket_id;
END $$;
COMMENT ON FUNCTION ledger_api.debt_standing IS
'A debt with all on which a change of it rests, read when its docket is locked.';
