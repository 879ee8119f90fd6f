-- Refuses books that name a purpose, recipient or fund which neither they nor the stored books
-- define.
CREATE FUNCTION ledger_api.refuse_unknown_names(j integer, p_books jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_code text;
    v_name text;
BEGIN
    WITH named AS (
        SELECT n.code, n.list, n.name
        FROM (
            SELECT 'LG801' AS code, 'funds' AS list, x.fund AS name
            FROM jsonb_to_recordset(p_books -> 'purses') AS x (fund text)
            UNION ALL
            SELECT 'LG801', 'funds', x.fund
            FROM jsonb_to_recordset(p_books -> 'accounts') AS x (fund text)
            UNION ALL
            SELECT 'LG801', 'funds', x.own_fund
            FROM jsonb_to_recordset(p_books -> 'recipients') AS x (own_fund text)
            WHERE x.own_fund IS NOT NULL
            UNION ALL
            SELECT 'LG802', 'purposes', x.purpose
            FROM jsonb_to_recordset(p_books -> 'purses') AS x (purpose text)
            UNION ALL
            SELECT 'LG803', 'recipients', x.recipient
            FROM jsonb_to_recordset(p_books -> 'accounts') AS x (recipient text)
            WHERE x.recipient IS NOT NULL
        ) AS n
    ), known AS (
        SELECT b.list, x.code
        FROM jsonb_each(p_books) AS b (list, rows)
        CROSS JOIN LATERAL jsonb_to_recordset(b.rows) AS x (code text)
        WHERE b.list IN ('funds', 'purposes', 'recipients')
        UNION ALL
        SELECT 'funds', f.code FROM ledger.fund AS f WHERE f.jurisdiction_id = j
        UNION ALL
        SELECT 'purposes', p.code FROM ledger.purpose AS p WHERE p.jurisdiction_id = j
        UNION ALL
        SELECT 'recipients', r.code FROM ledger.recipient AS r WHERE r.jurisdiction_id = j
    )
    SELECT n.code, format('%s: %s', n.list, coalesce(n.name, 'none named')) INTO v_code, v_name
    FROM named AS n
    WHERE NOT EXISTS (SELECT FROM known AS k WHERE k.list = n.list AND k.code = n.name)
    ORDER BY n.code, n.name
    LIMIT 1;
    IF v_code IS NOT NULL THEN
        PERFORM ledger.raise_refusal(v_code, v_name);
    END IF;
END $$;
COMMENT ON FUNCTION ledger_api.refuse_unknown_names IS
'Refuses books that name a purpose, recipient or fund which nobody defined.';
