-- Posts what shares of debts were given in another system: out of the receivable and into the bank
-- or the till, and from what was not collected to what is due to each recipient. What was sent on
-- already is settled at once by the one remittance that a recipient has in an opening, so that
-- nothing is sent twice; a fund of the same jurisdiction has that money in its own books, and is
-- owed by the court only the rest.
CREATE FUNCTION ledger_api.post_brought_shares(
    p_opening ledger.opening,
    p_cash text,
    p_entry_ids bigint[],
    p_docket_ids bigint[],
    p_debts smallint[],
    p_shares smallint[],
    p_cents bigint[],
    p_is_sent boolean[]
) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
    j integer := p_opening.jurisdiction_id;
    v_key text;
    v_recipients integer[];
    v_remittance bigint;
    v_remittances bigint[] := '{}';
BEGIN
    v_recipients := ARRAY(
        SELECT DISTINCT a.recipient_id
        FROM unnest(p_docket_ids, p_debts, p_shares, p_is_sent) AS u (docket, debt, share, is_sent)
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = u.docket AND b.debt_no = u.debt
        JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = b.share_plan_id
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.id = s.due_to_account_id[u.share + 1]
        WHERE u.is_sent
        ORDER BY 1
    );
    FOR i IN 1..cardinality(v_recipients) LOOP
        -- Made before it is compared, or row security keeps the index away.
        v_key := format('opening:%s:sent:%s', p_opening.entry_id, v_recipients[i]);
        SELECT e.id INTO v_remittance FROM ledger.journal_entry AS e
        WHERE e.jurisdiction_id = j AND e.request_key = v_key;
        v_remittances := v_remittances || coalesce(
            v_remittance, ledger_api.write_entry('remittance', jsonb_build_object(
                'key', v_key, 'memo', 'opening', 'statement', jsonb_build_object(
                    'opening', p_opening.entry_id, 'recipient', v_recipients[i]
                )
            ), p_opening.cut_over, p_opening.cut_over)
        );
    END LOOP;

    WITH books AS MATERIALIZED (
        SELECT a.fund_id, min(a.id) FILTER (WHERE a.role = p_cash) AS cash,
            min(a.id) FILTER (WHERE a.role = 'receivable') AS receivable,
            min(a.id) FILTER (WHERE a.role = 'uncollected') AS uncollected,
            min(a.id) FILTER (WHERE a.role = 'collections_for_others') AS for_others,
            min(a.id) FILTER (WHERE a.role = 'accrued_collections') AS accrued,
            min(a.id) FILTER (WHERE a.role = 'due_from_court') AS due_from_court,
            min(a.id) FILTER (WHERE a.role = 'revenue') AS revenue
        FROM ledger.account AS a
        WHERE a.jurisdiction_id = j
        GROUP BY a.fund_id
    ), purses AS MATERIALIZED (
        SELECT w.id AS purse, b.* FROM ledger.purse AS w
        JOIN books AS b ON b.fund_id = w.fund_id
        WHERE w.jurisdiction_id = j
    ), court AS MATERIALIZED (
        SELECT p.* FROM purses AS p WHERE p.fund_id = p_opening.fund_id ORDER BY p.purse LIMIT 1
    ), given AS MATERIALIZED (
        SELECT u.entry, u.debt, u.share, u.cents, u.is_sent,
            s.due_to_account_id[u.share + 1] AS due, s.own_purse_id[u.share + 1] AS own
        FROM unnest(p_entry_ids, p_docket_ids, p_debts, p_shares, p_cents, p_is_sent)
            AS u (entry, docket, debt, share, cents, is_sent)
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = u.docket AND b.debt_no = u.debt
        JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = b.share_plan_id
    ), debts AS (
        SELECT g.entry, g.debt, sum(g.cents)::bigint AS cents FROM given AS g GROUP BY 1, 2
    ), drafts AS (
        SELECT d.entry, d.debt, NULL::smallint AS share, d.cents, false AS is_sent, 1 AS part,
            c.purse, c.cash AS debit, c.receivable AS credit
        FROM debts AS d CROSS JOIN court AS c
        UNION ALL
        SELECT d.entry, d.debt, NULL, d.cents, false, 2, c.purse, c.for_others, c.accrued
        FROM debts AS d CROSS JOIN court AS c
        WHERE EXISTS (
            SELECT FROM ledger.fund AS f
            WHERE f.jurisdiction_id = j AND f.id = p_opening.fund_id
                AND f.kind = 'custodial_federal'
        )
        UNION ALL
        SELECT g.entry, g.debt, g.share, g.cents, g.is_sent, 3, c.purse, c.uncollected, g.due
        FROM given AS g CROSS JOIN court AS c
        UNION ALL
        SELECT g.entry, g.debt, g.share, g.cents, false, 4, p.purse, p.due_from_court, p.revenue
        FROM given AS g JOIN purses AS p ON p.purse = g.own
        WHERE NOT g.is_sent
    ), lines AS MATERIALIZED (
        SELECT d.*, (row_number() OVER (
            PARTITION BY d.entry ORDER BY d.debt, d.part, d.share, d.is_sent
        ))::smallint AS line
        FROM drafts AS d
    ), posted AS (
        INSERT INTO ledger.posting (
            jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
            amount_cents, posted_on, debt_no, share_no
        )
        SELECT j, l.entry, l.line, l.purse, l.debit, l.credit, l.cents, p_opening.cut_over,
            l.debt, l.share
        FROM lines AS l
        ORDER BY l.entry, l.line
    )
    INSERT INTO ledger.remittance_line (
        jurisdiction_id, entry_id, recipient_id, paid_entry_id, paid_line, amount_cents
    )
    SELECT j, m.id, a.recipient_id, l.entry, l.line, l.cents
    FROM lines AS l
    JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = l.credit
    JOIN unnest(v_recipients, v_remittances) AS m (recipient_id, id)
        ON m.recipient_id = a.recipient_id
    WHERE l.is_sent;
    PERFORM ledger_api.add_to_debts(j, p_docket_ids, p_debts, p_shares, p_cents);
END $$;
COMMENT ON FUNCTION ledger_api.post_brought_shares IS
'Posts what shares of debts were given in another system, and settles what was sent on there.';
