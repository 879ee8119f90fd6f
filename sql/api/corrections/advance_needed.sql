-- How much of a refund of a docket the general account has to advance: what recipients hold of the
-- docket's money beyond their shares of it, or more where the bank lacks more, as far as recipients
-- still owe it and nobody advanced it yet.
CREATE FUNCTION ledger_api.advance_needed(
    j integer, p_purse_id integer, p_docket_id bigint, p_cents bigint
) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_advanced bigint := ledger_api.role_balance(j, p_purse_id, 'refund_advance');
    v_due bigint;
BEGIN
    WITH due AS MATERIALIZED (
        SELECT a.id, a.recipient_id
        FROM ledger.purse AS w
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.fund_id = w.fund_id AND a.role = 'due_to'
        WHERE w.jurisdiction_id = j AND w.id = p_purse_id
    ), moved AS (
        SELECT d.recipient_id, e.id AS entry_id, p.line,
            CASE d.id WHEN p.credit_account_id THEN p.amount_cents ELSE -p.amount_cents END
            AS cents
        FROM ledger.journal_entry AS e
        JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = e.id
        JOIN due AS d ON d.id IN (p.debit_account_id, p.credit_account_id)
        WHERE e.jurisdiction_id = j AND e.docket_id = p_docket_id
    ), beyond AS (
        -- Of what moved between docket and recipient, what was sent less what stands.
        SELECT m.recipient_id, sum(coalesce(l.amount_cents, 0) - m.cents) AS cents
        FROM moved AS m
        LEFT JOIN ledger.remittance_line AS l
            ON l.jurisdiction_id = j AND l.paid_entry_id = m.entry_id
            AND l.paid_line = m.line AND l.recipient_id = m.recipient_id
        GROUP BY 1
    )
    SELECT coalesce(sum(greatest(least(
        b.cents, -ledger_api.role_balance(j, p_purse_id, 'due_to', b.recipient_id)
    ), 0)), 0)::bigint INTO v_due
    FROM beyond AS b
    WHERE b.cents > 0;
    RETURN greatest(least(
        p_cents,
        greatest(
            v_due - least(ledger_api.docket_money(j, p_docket_id, 'refund_advance'), v_advanced),
            p_cents - ledger_api.role_balance(j, p_purse_id, 'bank')
        ),
        ledger_api.recipients_owe(j, p_purse_id) - v_advanced
    ), 0);
END $$;
COMMENT ON FUNCTION ledger_api.advance_needed IS
'How much of a refund of a docket the general account has to advance.';
