-- Made from ledger.sealed_table: for each table with rows of these entries the count of rows, and
-- for each column eight bytes of SHA-256 over its values in order. They name an altered column;
-- the leaf proves that something was altered.
DO $pour$
DECLARE
    v_parts text;
BEGIN
    SELECT string_agg(format(
        E'    SELECT v_digests || CASE WHEN count(*) = 0 THEN \'{}\'::text[] ELSE ARRAY[\n'
        E'        %1$L || count(*),\n%2$s\n    ] END INTO v_digests\n'
        E'    FROM (\n'
        E'        SELECT * FROM ledger.%3$I AS r\n'
        E'        WHERE r.%4$I = p_jurisdiction_id AND r.%5$I BETWEEN p_first AND p_last\n'
        E'            AND r.%5$I IN (SELECT unnest(p_entry_ids))\n'
        E'        ORDER BY r.%5$I, %6$s\n    ) AS r;',
        t.table_name || '=',
        (SELECT string_agg(format(
            E'        %L || encode(substring(sha256(string_agg(\n'
            E'            coalesce(%s(r.%I), \'\\x\'::bytea), \'\'::bytea\n'
            E'        )) FOR 8), \'hex\')',
            t.table_name || '.' || c.name || '=', y.typsend, c.name
        ), E',\n' ORDER BY c.n)
         FROM unnest(t.columns) WITH ORDINALITY AS c (name, n)
         JOIN pg_attribute AS a
            ON a.attrelid = ('ledger.' || t.table_name)::regclass AND a.attname = c.name
         JOIN pg_type AS y ON y.oid = a.atttypid),
        t.table_name,
        CASE t.table_name WHEN 'jurisdiction' THEN 'id' ELSE 'jurisdiction_id' END,
        CASE t.table_name WHEN 'journal_entry' THEN 'id' ELSE 'entry_id' END,
        (SELECT string_agg('r.' || quote_ident(c.name)
            || CASE WHEN i.data_type = 'text' THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY c.n)
         FROM unnest(t.row_order) WITH ORDINALITY AS c (name, n)
         JOIN information_schema.columns AS i
            ON i.table_schema = 'ledger' AND i.table_name = t.table_name
            AND i.column_name = c.name)
    ), E'\n' ORDER BY t.tag) INTO v_parts
    FROM ledger.sealed_table AS t;
    EXECUTE format(
        E'CREATE FUNCTION ledger_api.column_digests(\n'
        E'    p_jurisdiction_id integer, p_first bigint, p_last bigint, p_entry_ids bigint[]\n'
        E') RETURNS text[]\n'
        E'LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp\n'
        E'SET plan_cache_mode = force_custom_plan AS $$\n'
        E'DECLARE\n    v_digests text[] := \'{}\';\n'
        E'BEGIN\n%s\n    RETURN v_digests;\nEND $$', v_parts
    );
END $pour$;
COMMENT ON FUNCTION ledger_api.column_digests IS
'Counts rows and digests columns of everything these entries wrote.';
