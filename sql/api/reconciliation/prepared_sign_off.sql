-- What would be signed for a bank account through a day, and why it cannot be, if so: code NULL
-- where it can. The preparer shows it to the reviewer, who signs only what has the same digest.
CREATE FUNCTION ledger_api.prepared_sign_off(p_bank_account text, p_through date, p_reason text)
RETURNS TABLE (
    follows_on date, statement_line_count bigint, book_line_count bigint, match_count bigint,
    bank_cents bigint, books_cents bigint, cases_cents bigint, set_digest bytea, code text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler', 'approver', 'auditor', 'owner');
    v_account integer := ledger_api.named_account(j, p_bank_account);
    v_set record;
BEGIN
    SELECT * INTO v_set FROM ledger_api.signed_set(j, v_account, p_through);
    RETURN QUERY
    SELECT v_set.follows_on, v_set.statement_line_count, v_set.book_line_count,
        v_set.match_count, v_set.bank_cents, v_set.books_cents, v_set.cases_cents,
        v_set.set_digest, ledger_api.judge_sign_off(
            j, v_account, p_through, p_reason,
            v_set.bank_cents <> v_set.books_cents OR v_set.books_cents <> v_set.cases_cents
        );
END $$;
COMMENT ON FUNCTION ledger_api.prepared_sign_off IS
'What would be signed for a bank account through a day, and why it cannot be, if so.';
