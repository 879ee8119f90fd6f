-- The files that were imported, newest first; by the number of their entries.
CREATE FUNCTION ledger_api.import_list() RETURNS TABLE (
    entry_id bigint, number bigint, kind text, source text, file_name text, file_digest text,
    line_count bigint, sum_cents bigint, recorded_at timestamptz, login text, entry_count bigint,
    undone_at timestamptz
)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.entry_id, s.number, b.kind, b.source, b.file_name, encode(b.file_digest, 'hex'),
        b.line_count, b.sum_cents, e.recorded_at, p.login, coalesce((
            SELECT sum(cardinality(t.entry_ids)) FROM ledger.import_part AS t
            WHERE t.jurisdiction_id = b.jurisdiction_id AND t.import_id = b.entry_id
        ), 0)::bigint, w.recorded_at
    FROM ledger.import_batch AS b
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = b.jurisdiction_id AND e.id = b.entry_id
    JOIN ledger.principal AS p ON p.id = e.principal_id
    LEFT JOIN ledger.sealed_entry AS s
        ON s.jurisdiction_id = b.jurisdiction_id AND s.entry_id = b.entry_id
    LEFT JOIN ledger.import_undo AS u
        ON u.jurisdiction_id = b.jurisdiction_id AND u.import_id = b.entry_id
    LEFT JOIN ledger.journal_entry AS w
        ON w.jurisdiction_id = u.jurisdiction_id AND w.id = u.entry_id
    WHERE b.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
    ORDER BY b.entry_id DESC
$$;
COMMENT ON FUNCTION ledger_api.import_list IS 'The files that were imported, newest first.';
