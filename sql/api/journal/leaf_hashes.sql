-- Made from ledger.sealed_table: hashes everything these entries wrote. A leaf is SHA-256 of
-- 0x00, the version 0x01, and for each row in the listed order its table's tag (2 bytes) and the
-- row in PostgreSQL's binary record form: count of columns, then type, length and value of each.
DO $pour$
DECLARE
    v_rows text;
BEGIN
    SELECT string_agg(format(
        E'        SELECT r.%3$I AS entry_id, %1$s AS tag,\n'
        E'            string_agg(\'\\x%2$s\'::bytea || record_send(ROW(%4$s)), \'\'::bytea\n'
        E'                ORDER BY %5$s) AS bytes\n'
        E'        FROM ledger.%6$I AS r\n'
        E'        WHERE r.%7$I = p_jurisdiction_id AND r.%3$I BETWEEN p_first AND p_last\n'
        E'            AND r.%3$I IN (SELECT unnest(p_entry_ids))\n'
        E'        GROUP BY r.%3$I',
        t.tag, lpad(to_hex(t.tag), 4, '0'),
        CASE t.table_name WHEN 'journal_entry' THEN 'id' ELSE 'entry_id' END,
        (SELECT string_agg('r.' || quote_ident(c.name), ', ' ORDER BY c.n)
         FROM unnest(t.columns) WITH ORDINALITY AS c (name, n)),
        (SELECT string_agg('r.' || quote_ident(c.name)
            || CASE WHEN i.data_type = 'text' THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY c.n)
         FROM unnest(t.row_order) WITH ORDINALITY AS c (name, n)
         JOIN information_schema.columns AS i
            ON i.table_schema = 'ledger' AND i.table_name = t.table_name
            AND i.column_name = c.name),
        t.table_name,
        CASE t.table_name WHEN 'jurisdiction' THEN 'id' ELSE 'jurisdiction_id' END
    ), E'\n        UNION ALL\n' ORDER BY t.tag) INTO v_rows
    FROM ledger.sealed_table AS t;
    EXECUTE format(
        E'CREATE FUNCTION ledger_api.leaf_hashes(\n'
        E'    p_jurisdiction_id integer, p_first bigint, p_last bigint, p_entry_ids bigint[]\n'
        E') RETURNS TABLE (entry_id bigint, leaf_hash bytea)\n'
        E'LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp\n'
        E'SET plan_cache_mode = force_custom_plan AS $$\n'
        E'BEGIN\n'
        E'    RETURN QUERY\n'
        E'    SELECT u.entry_id,\n'
        E'        sha256(\'\\x0001\'::bytea || string_agg(u.bytes, \'\'::bytea ORDER BY u.tag))\n'
        E'    FROM (\n%s\n    ) AS u\n'
        E'    GROUP BY u.entry_id ORDER BY u.entry_id;\n'
        E'END $$', v_rows
    );
END $pour$;
COMMENT ON FUNCTION ledger_api.leaf_hashes IS
'Hashes everything these entries wrote, one leaf per entry.';
