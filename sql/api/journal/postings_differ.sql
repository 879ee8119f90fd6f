-- The first posting that is not of this event, as text, or NULL. Expected postings are named by
-- the roles of their accounts, so that what Swift decided is checked against stored books.
CREATE FUNCTION ledger_api.postings_differ(
    p_jurisdiction_id integer, p_postings jsonb, p_expected jsonb
) RETURNS text
LANGUAGE sql STABLE AS $$
    WITH given AS (
        SELECT g.purse, d.role AS debit, c.role AS credit, g.cents,
            coalesce(d.recipient_id, c.recipient_id) AS recipient, count(*) AS copies
        FROM jsonb_to_recordset(coalesce(p_postings, '[]'))
            AS g (purse integer, debit integer, credit integer, cents bigint)
        LEFT JOIN ledger.account AS d ON d.jurisdiction_id = p_jurisdiction_id AND d.id = g.debit
        LEFT JOIN ledger.account AS c ON c.jurisdiction_id = p_jurisdiction_id AND c.id = g.credit
        GROUP BY 1, 2, 3, 4, 5
    ), expected AS (
        SELECT x.purse, x.debit, x.credit, x.cents, x.recipient, count(*) AS copies
        FROM jsonb_to_recordset(p_expected)
            AS x (purse integer, debit text, credit text, cents bigint, recipient integer)
        WHERE x.cents > 0
        GROUP BY 1, 2, 3, 4, 5
    )
    SELECT format(
        '%s %s/%s %s in %s', w.problem, w.debit, w.credit, ledger_api.dollars(w.cents),
        ledger_api.purse_name(ledger.visible_jurisdiction(), w.purse)
    )
    FROM (
        SELECT 'not of this event:' AS problem, u.* FROM (TABLE given EXCEPT TABLE expected) AS u
        UNION ALL
        SELECT 'missing:', m.* FROM (TABLE expected EXCEPT TABLE given) AS m
    ) AS w
    ORDER BY 1
    LIMIT 1
$$;
COMMENT ON FUNCTION ledger_api.postings_differ IS
'The first posting that is not of this event, as text, or NULL.';
