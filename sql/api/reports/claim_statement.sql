-- A joint claim with what each docket owes of the loss and has paid; one row without a docket where
-- none owes it yet. docket NULL: its reference was erased.
CREATE FUNCTION ledger_api.claim_statement(p_claim text, p_on date, p_known_at timestamptz)
RETURNS TABLE (
    loss_cents bigint,
    debt_no smallint,
    docket text,
    citation text,
    ordered_cents bigint,
    changed_cents bigint,
    paid_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    WITH known AS (
        SELECT e.id, e.kind, e.docket_id
        FROM ledger.journal_entry AS e
        LEFT JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = e.jurisdiction_id AND n.entry_id = e.id
        WHERE e.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND e.docket_id IN (
                SELECT b.docket_id
                FROM ledger.joint_claim AS c
                JOIN ledger.joint_debt AS b
                    ON b.jurisdiction_id = c.jurisdiction_id AND b.claim_id = c.entry_id
                WHERE c.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
                    AND c.reference = p_claim
            )
            AND e.effective_on <= p_on AND e.outcome = 'accepted'
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ), paid AS (
        SELECT e.docket_id, p.debt_no, sum(
                CASE e.kind WHEN 'collection' THEN p.amount_cents ELSE -p.amount_cents END
            ) AS cents
        FROM known AS e
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND p.entry_id = e.id
        JOIN ledger.account AS a
            ON a.jurisdiction_id = p.jurisdiction_id AND a.role = 'receivable'
            AND a.id = CASE e.kind WHEN 'collection' THEN p.credit_account_id
                ELSE p.debit_account_id END
        WHERE e.kind IN ('collection', 'reversal')
        GROUP BY e.docket_id, p.debt_no
    )
    SELECT c.loss_cents, d.debt_no, r.reference, a.citation, d.ordered_cents, (
            SELECT coalesce(sum(g.amount_cents), 0)::bigint
            FROM ledger.debt_change AS g
            JOIN known AS x ON x.id = g.entry_id
            WHERE g.jurisdiction_id = c.jurisdiction_id AND g.docket_id = d.docket_id
                AND g.debt_no = d.debt_no
        ), coalesce(p.cents, 0)::bigint
    FROM ledger.joint_claim AS c
    LEFT JOIN (
        ledger.joint_debt AS b
        JOIN known AS e ON e.id = b.entry_id
        JOIN ledger.debt AS d
            ON d.jurisdiction_id = b.jurisdiction_id AND d.docket_id = b.docket_id
            AND d.debt_no = b.debt_no
        JOIN ledger.authority AS a
            ON a.jurisdiction_id = d.jurisdiction_id AND a.id = d.authority_id
    ) ON b.jurisdiction_id = c.jurisdiction_id AND b.claim_id = c.entry_id
    LEFT JOIN ledger.docket_reference AS r
        ON r.jurisdiction_id = d.jurisdiction_id AND r.docket_id = d.docket_id
    LEFT JOIN paid AS p ON p.docket_id = d.docket_id AND p.debt_no = d.debt_no
    WHERE c.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND c.reference = p_claim
    ORDER BY d.docket_id
$$;
COMMENT ON FUNCTION ledger_api.claim_statement IS
'A joint claim with what each docket owes of the loss and has paid.';
