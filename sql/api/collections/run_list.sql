-- What a batch sent to each recipient of its fund, and what it left with the court: held, below
-- the least check, or (negative) owed by the recipient.
CREATE FUNCTION ledger_api.run_list(p_run_id bigint) RETURNS TABLE (
    recipient text,
    sent_cents bigint,
    check_number bigint,
    lines bigint,
    left_cents bigint,
    held_cents bigint,
    held_until date
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'owner'
    );
    v_run ledger.remittance_run;
BEGIN
    SELECT * INTO v_run FROM ledger.remittance_run AS r
    WHERE r.jurisdiction_id = j AND r.entry_id = p_run_id;
    RETURN QUERY
    SELECT r.code, coalesce(s.cents, 0), s.number, coalesce(s.lines, 0), coalesce(b.cents, 0),
        coalesce(b.held_cents, 0), b.held_until
    FROM ledger.account AS a
    JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = a.recipient_id
    LEFT JOIN ledger_api.due_batches(j, v_run.fund_id, v_run.through) AS b
        ON b.recipient_id = r.id
    LEFT JOIN (
        SELECT m.recipient_id, m.amount_cents AS cents, k.number, (
            SELECT count(*) FROM ledger.remittance_line AS l
            WHERE l.jurisdiction_id = j AND l.entry_id = m.entry_id
        ) AS lines
        FROM ledger.run_remittance AS t
        JOIN ledger.remittance AS m
            ON m.jurisdiction_id = j AND m.entry_id = t.remittance_id
        LEFT JOIN ledger.check_issued AS k
            ON k.jurisdiction_id = j AND k.entry_id = m.entry_id
        WHERE t.jurisdiction_id = j AND t.entry_id = p_run_id
    ) AS s ON s.recipient_id = r.id
    WHERE a.jurisdiction_id = j AND a.fund_id = v_run.fund_id AND a.role = 'due_to'
    ORDER BY r.code COLLATE "C";
END $$;
COMMENT ON FUNCTION ledger_api.run_list IS
'What a batch sent to each recipient of its fund, and what it left with the court.';
