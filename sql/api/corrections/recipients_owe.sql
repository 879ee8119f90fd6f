-- What the recipients of a court's fund owe it of shares taken back after they had been sent.
CREATE FUNCTION ledger_api.recipients_owe(j integer, p_purse_id integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN (
        SELECT coalesce(sum(greatest(
            -ledger_api.role_balance(j, w.id, 'due_to', a.recipient_id), 0
        )), 0)::bigint
        FROM ledger.purse AS w
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.fund_id = w.fund_id AND a.role = 'due_to'
        WHERE w.jurisdiction_id = j AND w.id = p_purse_id
    );
END $$;
COMMENT ON FUNCTION ledger_api.recipients_owe IS
'What the recipients of a court''s fund owe it of shares taken back after they had been sent.';
