-- Postings of a fund from the roles of its accounts, in the order given; zero makes none.
-- p_moves: debit and credit roles and cents.
CREATE FUNCTION ledger_api.move_drafts(j integer, p_purse_id integer, p_moves jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object(
            'purse', w.id, 'cents', m.cents,
            'debit', ledger_api.role_account(j, w.fund_id, m.debit),
            'credit', ledger_api.role_account(j, w.fund_id, m.credit)
        ) ORDER BY m.n)
        FROM ROWS FROM (
            jsonb_to_recordset(p_moves) AS (debit text, credit text, cents bigint)
        ) WITH ORDINALITY AS m (debit, credit, cents, n)
        JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = p_purse_id
        WHERE m.cents > 0
    );
END $$;
COMMENT ON FUNCTION ledger_api.move_drafts IS
'Postings of a fund from the roles of its accounts, in the order given; zero makes none.';
