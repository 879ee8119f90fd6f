-- Takes the lines of what was found out of the run, so that later rules do not see them.
CREATE FUNCTION ledger_api.leave_found() RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    IF (SELECT count(*) FROM m_found_statement) * 10 > (SELECT count(*) FROM m_statement) THEN
        CREATE TEMP TABLE m_next AS
        SELECT s.* FROM m_statement AS s
        WHERE NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id);
        DROP TABLE m_statement;
        ALTER TABLE m_next RENAME TO m_statement;
        CREATE TEMP TABLE m_next AS
        SELECT k.* FROM m_statement_key AS k JOIN m_statement AS s ON s.id = k.id;
        DROP TABLE m_statement_key;
        ALTER TABLE m_next RENAME TO m_statement_key;
        ANALYZE m_statement;
        ANALYZE m_statement_key;
    ELSE
        DELETE FROM m_statement AS s USING m_found_statement AS f WHERE f.id = s.id;
    END IF;
    IF (SELECT count(*) FROM m_found_book) * 10 > (SELECT count(*) FROM m_book) THEN
        CREATE TEMP TABLE m_next AS
        SELECT b.* FROM m_book AS b
        WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id);
        DROP TABLE m_book;
        ALTER TABLE m_next RENAME TO m_book;
        CREATE TEMP TABLE m_next AS
        SELECT k.* FROM m_book_key AS k JOIN m_book AS b ON b.id = k.id;
        DROP TABLE m_book_key;
        ALTER TABLE m_next RENAME TO m_book_key;
        ANALYZE m_book;
        ANALYZE m_book_key;
    ELSE
        DELETE FROM m_book AS b USING m_found_book AS f WHERE f.id = b.id;
    END IF;
    TRUNCATE m_found, m_found_statement, m_found_book, m_pair;
    UPDATE m_run SET next_no = 0;
END $$;
COMMENT ON FUNCTION ledger_api.leave_found IS
'Takes the lines of what was found out of the run, so that later rules do not see them.';
