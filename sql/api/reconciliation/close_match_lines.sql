-- Drops the tables of a run from this session.
CREATE FUNCTION ledger_api.close_match_lines() RETURNS void
LANGUAGE plpgsql VOLATILE SET client_min_messages = warning AS $$
BEGIN
    DROP TABLE IF EXISTS pg_temp.m_run, pg_temp.m_statement, pg_temp.m_book, pg_temp.m_day,
        pg_temp.m_statement_key, pg_temp.m_book_key, pg_temp.m_kind, pg_temp.m_pair,
        pg_temp.m_found, pg_temp.m_found_statement, pg_temp.m_found_book, pg_temp.m_held,
        pg_temp.m_next;
END $$;
COMMENT ON FUNCTION ledger_api.close_match_lines IS
'Drops the tables of a run from this session.';
