-- Writes matches of an entry of this transaction with their lines, which are named by the number
-- of their match; the tables hold them to the claims. A pass and its rule, or neither: a person.
CREATE FUNCTION ledger_api.write_matches(
    j integer,
    p_entry_id bigint,
    p_bank_account_id bigint,
    p_pass_id bigint,
    p_rule_no smallint,
    p_match_nos integer[],
    p_states text[],
    p_keys text[],
    p_differences bigint[],
    p_days integer[],
    p_statement_rivals integer[],
    p_book_rivals integer[],
    p_reasons text[],
    p_statement_match_nos integer[],
    p_statement_ids bigint[],
    p_ordinals integer[],
    p_statement_amounts bigint[],
    p_book_match_nos integer[],
    p_book_entry_ids bigint[],
    p_book_amounts bigint[]
) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_account integer := (
        SELECT b.account_id FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j AND b.entry_id = p_bank_account_id
    );
BEGIN
    INSERT INTO ledger.match_statement_line (
        jurisdiction_id, entry_id, match_no, statement_id, ordinal, amount_minor
    )
    SELECT j, p_entry_id, u.match_no, u.statement_id, u.ordinal, u.minor
    FROM unnest(p_statement_match_nos, p_statement_ids, p_ordinals, p_statement_amounts)
        AS u (match_no, statement_id, ordinal, minor);
    INSERT INTO ledger.match_book_line (
        jurisdiction_id, entry_id, match_no, account_id, book_entry_id, amount_cents
    )
    SELECT j, p_entry_id, u.match_no, v_account, u.book_entry_id, u.cents
    FROM unnest(p_book_match_nos, p_book_entry_ids, p_book_amounts)
        AS u (match_no, book_entry_id, cents);
    INSERT INTO ledger.match (
        jurisdiction_id, entry_id, match_no, bank_account_id, pass_id, rule_no, state, key,
        difference_minor, days, statement_rivals, book_rivals, reason
    )
    SELECT j, p_entry_id, u.match_no, p_bank_account_id, p_pass_id, p_rule_no, u.state, u.key,
        u.difference, u.days, u.statement_rivals, u.book_rivals, u.reason
    FROM unnest(
        p_match_nos, p_states, p_keys, p_differences, p_days, p_statement_rivals, p_book_rivals,
        p_reasons
    ) AS u (
        match_no, state, key, difference, days, statement_rivals, book_rivals, reason
    );
END $$;
COMMENT ON FUNCTION ledger_api.write_matches IS
'Writes matches of an entry of this transaction with their lines.';
