-- Made from ledger.sealed_table: hashes everything these entries wrote. A leaf is SHA-256 of
-- 0x00, the version 0x01, and for each row in the listed order its table's tag (2 bytes) and the
-- row in PostgreSQL's binary record form: count of columns, then type, length and value of each.
DO $pour$
DECLARE
    v_rows text;
BEGIN
    SELECT string_agg(format(
        $row$
        SELECT r.%3$I AS entry_id, %1$s AS tag,
            string_agg('\x%2$s'::bytea || record_send(ROW(%4$s)), ''::bytea) AS bytes
        FROM (
            SELECT * FROM ledger.%6$I AS r
            WHERE r.%7$I = p_jurisdiction_id AND r.%3$I BETWEEN p_first AND p_last
                AND r.%3$I + 0 = ANY (p_entry_ids)
            ORDER BY r.%3$I, %5$s
        ) AS r
        GROUP BY r.%3$I
        $row$,
        t.tag, lpad(to_hex(t.tag::integer), 4, '0'), t.entry_column,
        (SELECT string_agg('r.' || quote_ident(c.name), ', ' ORDER BY c.n)
         FROM unnest(t.columns) WITH ORDINALITY AS c (name, n)),
        t.row_order, t.table_name, t.jurisdiction_column
    ), 'UNION ALL' ORDER BY t.tag) INTO v_rows
    FROM ledger.sealed_table AS t;
    EXECUTE format($function$
        CREATE FUNCTION ledger_api.leaf_hashes(
            p_jurisdiction_id integer, p_first bigint, p_last bigint, p_entry_ids bigint[]
        ) RETURNS TABLE (entry_id bigint, leaf_hash bytea)
        LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_custom_plan AS $body$
        BEGIN
            RETURN QUERY
            SELECT u.entry_id, sha256('\x0001'::bytea || string_agg(u.bytes, ''::bytea))
            FROM (SELECT * FROM (%s) AS u ORDER BY u.entry_id, u.tag) AS u
            GROUP BY u.entry_id
            ORDER BY u.entry_id;
        END $body$
    $function$, v_rows);
END $pour$;
COMMENT ON FUNCTION ledger_api.leaf_hashes IS
'Hashes everything these entries wrote, one leaf per entry.';
