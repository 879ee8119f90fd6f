-- Made from ledger.sealed_table: for each table with rows of these entries the count of rows, and
-- for each column eight bytes of SHA-256 over its values in order. They name an altered column;
-- the leaf proves that something was altered.
DO $pour$
DECLARE
    v_parts text;
BEGIN
    SELECT string_agg(format(
        $part$
            SELECT v_digests || CASE WHEN count(*) = 0 THEN '{}'::text[] ELSE ARRAY[
                %1$L || count(*), %2$s
            ] END INTO v_digests
            FROM (
                SELECT * FROM ledger.%3$I AS r
                WHERE r.%4$I = p_jurisdiction_id AND r.%5$I BETWEEN p_first AND p_last
                    AND r.%5$I + 0 = ANY (p_entry_ids)
                ORDER BY r.%5$I, %6$s
            ) AS r;
        $part$,
        t.table_name || '=',
        (SELECT string_agg(format(
            $column$%L || encode(substring(sha256(
                string_agg(coalesce(%s(r.%I), '\x'::bytea), ''::bytea)
            ) FOR 8), 'hex')$column$,
            t.table_name || '.' || c.name || '=', y.typsend, c.name
        ), ', ' ORDER BY c.n)
         FROM unnest(t.columns) WITH ORDINALITY AS c (name, n)
         JOIN pg_attribute AS a
            ON a.attrelid = ('ledger.' || t.table_name)::regclass AND a.attname = c.name
         JOIN pg_type AS y ON y.oid = a.atttypid),
        t.table_name, t.jurisdiction_column, t.entry_column, t.row_order
    ), '' ORDER BY t.tag) INTO v_parts
    FROM ledger.sealed_table AS t;
    EXECUTE format($function$
        CREATE FUNCTION ledger_api.column_digests(
            p_jurisdiction_id integer, p_first bigint, p_last bigint, p_entry_ids bigint[]
        ) RETURNS text[]
        LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_custom_plan AS $body$
        DECLARE
            v_digests text[] := '{}';
        BEGIN
            %s
            RETURN v_digests;
        END $body$
    $function$, v_parts);
END $pour$;
COMMENT ON FUNCTION ledger_api.column_digests IS
'Counts rows and digests columns of everything these entries wrote.';
