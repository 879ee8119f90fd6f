-- Writes the finds that are new, five thousand to each of these entries.
CREATE FUNCTION ledger_api.write_found(
    j integer, p_account ledger.bank_account, p_pass ledger.match_pass, p_entry_ids bigint[]
) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    IF p_entry_ids IS NULL THEN
        RETURN;
    END IF;
    ANALYZE m_next;
    INSERT INTO ledger.match_statement_line (
        jurisdiction_id, entry_id, match_no, statement_id, ordinal, amount_minor
    )
    SELECT j, p_entry_ids[n.rank / 5000 + 1], n.rank % 5000 + 1, s.statement_id, s.ordinal,
        s.amount
    FROM m_next AS n
    JOIN m_found_statement AS m ON m.no = n.no
    JOIN m_statement AS s ON s.id = m.id
    ORDER BY n.rank, s.id;
    INSERT INTO ledger.match_book_line (
        jurisdiction_id, entry_id, match_no, account_id, book_entry_id, amount_cents
    )
    SELECT j, p_entry_ids[n.rank / 5000 + 1], n.rank % 5000 + 1, p_account.account_id,
        b.book_entry_id, b.amount
    FROM m_next AS n
    JOIN m_found_book AS m ON m.no = n.no
    JOIN m_book AS b ON b.id = m.id
    ORDER BY n.rank, b.id;
    INSERT INTO ledger.match (
        jurisdiction_id, entry_id, match_no, bank_account_id, pass_id, rule_no, state, key,
        difference_minor, days, statement_rivals, book_rivals
    )
    SELECT j, p_entry_ids[n.rank / 5000 + 1], n.rank % 5000 + 1, p_account.entry_id,
        p_pass.entry_id, p_pass.rule_no, n.state, n.key,
        coalesce(s.amount, 0) - coalesce(b.amount, 0),
        CASE WHEN n.days IS NOT NULL THEN greatest(-30000, least(30000, n.days)) END, n.s_rivals,
        n.b_rivals
    FROM m_next AS n
    LEFT JOIN (
        SELECT m.no, sum(s.amount)::bigint AS amount
        FROM m_next AS n
        JOIN m_found_statement AS m ON m.no = n.no
        JOIN m_statement AS s ON s.id = m.id
        WHERE n.state <> 'confirmed' GROUP BY m.no
    ) AS s ON s.no = n.no
    LEFT JOIN (
        SELECT m.no, sum(b.amount)::bigint AS amount
        FROM m_next AS n
        JOIN m_found_book AS m ON m.no = n.no
        JOIN m_book AS b ON b.id = m.id
        WHERE n.state <> 'confirmed' GROUP BY m.no
    ) AS b ON b.no = n.no
    ORDER BY n.rank;
END $$;
COMMENT ON FUNCTION ledger_api.write_found IS
'Writes the finds that are new, five thousand to each of these entries.';
