-- What examiners ask of the books alone, at the end of a day; gaps, tickets and gates as of now.
-- Three of their questions have no answer here: no entry is posted in a closed period (the trigger
-- on ledger.posting), no joint claim is paid beyond its loss (the check of ledger.joint_total), and
-- no debt is applied below zero (the check of ledger.debt_total).
CREATE FUNCTION ledger_api.book_exceptions(j integer, p_as_of date) RETURNS TABLE (
    name text, class text, account text, fund_id integer, entry_id bigint, since date,
    amount_cents bigint, detail text
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
    v_deposit_days integer := ledger_api.policy_in_force('days_to_deposit')::integer;
BEGIN
    RETURN QUERY
    SELECT concat('gap-', g.source, '.', g.first_missing), 'receipt_number_gap', '',
        NULL::integer, n.entry_id, coalesce(e.effective_on, p_as_of), 0::bigint, CASE
            WHEN g.first_missing = g.last_missing
            THEN format('%s: number %s is missing', g.source, g.first_missing)
            ELSE format('%s: numbers %s to %s are missing', g.source, g.first_missing,
                g.last_missing) END
    FROM ledger_api.receipt_gaps() AS g
    LEFT JOIN LATERAL (
        SELECT min(r.entry_id) AS entry_id FROM ledger.receipt AS r
        WHERE r.jurisdiction_id = j AND r.source = g.source
            AND r.number = (g.last_missing + 1)::text
    ) AS n ON true
    LEFT JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = n.entry_id
    WHERE coalesce(e.effective_on, p_as_of) <= p_as_of;
    RETURN QUERY
    SELECT concat('deposit-', d.entry_id), 'deposit_unlike_receipts', '', d.fund_id, d.entry_id,
        e.effective_on, (d.amount_cents - s.cents)::bigint,
        format('ticket %s of %s, receipts of %s', d.ticket,
            to_char(d.amount_cents / 100.0, 'FM999999999999990.00'),
            to_char(s.cents / 100.0, 'FM999999999999990.00'))
    FROM ledger.deposit AS d
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = d.entry_id
    CROSS JOIN LATERAL (
        SELECT coalesce((
            SELECT sum(r.amount_cents) FROM ledger.deposit_receipt AS x
            JOIN ledger.receipt AS r ON r.jurisdiction_id = j AND r.entry_id = x.receipt_id
            WHERE x.jurisdiction_id = j AND x.entry_id = d.entry_id
        ), 0) + coalesce((
            SELECT sum(c.counted_cents - c.expected_cents) FROM ledger.deposit_difference AS x
            JOIN ledger.till_close AS c ON c.jurisdiction_id = j AND c.entry_id = x.close_id
            WHERE x.jurisdiction_id = j AND x.entry_id = d.entry_id
        ), 0) AS cents
    ) AS s
    WHERE d.jurisdiction_id = j AND e.kind <> 'opening' AND e.effective_on <= p_as_of
        AND d.amount_cents <> s.cents AND EXISTS (
            SELECT FROM ledger.deposit_receipt AS x
            WHERE x.jurisdiction_id = j AND x.entry_id = d.entry_id
        );
    RETURN QUERY
    SELECT concat('void-', v.entry_id), 'void_without_approval', '', k.fund_id, v.entry_id,
        e.effective_on, r.amount_cents, format('receipt %s of %s, voided by who took it',
            r.number, r.source)
    FROM ledger.reversal AS v
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = v.entry_id
    JOIN ledger.receipt AS r ON r.jurisdiction_id = j AND r.entry_id = v.reverses_entry_id
    JOIN ledger.journal_entry AS o ON o.jurisdiction_id = j AND o.id = r.entry_id
    LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = o.docket_id
    WHERE v.jurisdiction_id = j AND v.reason = 'void' AND o.principal_id = e.principal_id
        AND e.effective_on <= p_as_of;
    RETURN QUERY
    SELECT concat('docket-', m.docket_id), 'negative_case_balance', '', m.fund_id, m.docket_id,
        m.last_on, m.cents::bigint, 'more was given back than the docket holds'
    FROM (
        SELECT a.fund_id, e.docket_id, max(e.effective_on) AS last_on, sum(
            CASE a.id WHEN p.credit_account_id THEN p.amount_cents ELSE -p.amount_cents END
        ) AS cents
        FROM ledger.account AS a
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND a.id IN (p.debit_account_id, p.credit_account_id)
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = p.entry_id
        WHERE a.jurisdiction_id = j AND a.role = 'unapplied' AND e.effective_on <= p_as_of
        GROUP BY a.fund_id, e.docket_id
    ) AS m
    WHERE m.cents < 0 AND m.docket_id IS NOT NULL
    UNION ALL
    SELECT concat('debt-', t.docket_id, '.', t.debt_no), 'negative_case_balance', '', k.fund_id,
        t.docket_id, p_as_of, t.owed_cents - t.applied_cents,
        format('debt %s was paid beyond what is owed', t.debt_no)
    FROM ledger.debt_total AS t
    JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = t.docket_id
    WHERE t.jurisdiction_id = j AND t.applied_cents > t.owed_cents;
    RETURN QUERY
    SELECT concat('receipt-', r.entry_id), 'split_unlike_receipt', '', k.fund_id, r.entry_id,
        e.effective_on, (r.amount_cents - s.cents)::bigint,
        format('receipt %s of %s: %s were split', r.number, r.source,
            to_char(s.cents / 100.0, 'FM999999999999990.00'))
    FROM ledger.receipt AS r
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = r.entry_id
    LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = e.docket_id
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(p.amount_cents), 0) AS cents
        FROM ledger.posting AS p
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.id = p.credit_account_id
            AND a.role IN ('due_to', 'unapplied')
        WHERE p.jurisdiction_id = j AND p.entry_id = r.entry_id
    ) AS s
    WHERE r.jurisdiction_id = j AND e.effective_on <= p_as_of AND e.kind <> 'opening'
        AND r.amount_cents <> s.cents;
    RETURN QUERY
    SELECT concat('twin-', r.entry_id), 'duplicate_suspect', '', k.fund_id, r.entry_id,
        e.effective_on, r.amount_cents, format('receipt %s of %s looks like %s of %s', r.number,
            r.source, o.number, o.source)
    FROM ledger.receipt AS r
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = r.entry_id
    JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = e.docket_id
    JOIN ledger.journal_entry AS f
        ON f.jurisdiction_id = j AND f.docket_id = e.docket_id
        AND f.effective_on = e.effective_on AND f.id < e.id
    JOIN ledger.receipt AS o
        ON o.jurisdiction_id = j AND o.entry_id = f.id AND o.amount_cents = r.amount_cents
        AND o.method = r.method AND o.source <> r.source
    WHERE r.jurisdiction_id = j AND e.effective_on <= p_as_of AND NOT EXISTS (
        SELECT FROM ledger.journal_entry AS v
        WHERE v.jurisdiction_id = j AND v.reverses_entry_id IN (e.id, f.id)
            AND v.effective_on <= p_as_of
    );
    RETURN QUERY
    SELECT concat('remittance-', m.fund, '.', m.recipient, '.', m.citation), 'remittance_late', '',
        f.id, NULL::bigint, m.deadline,
        m.due_cents - m.sent_cents - m.held_cents + m.due_from_cents,
        concat_ws(' ', m.recipient, 'under', m.citation)
    FROM ledger_api.remittances('-infinity', p_as_of, NULL, 'all', NULL, false) AS m
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.code = m.fund
    WHERE m.deadline < p_as_of
        AND m.due_cents - m.sent_cents - m.held_cents + m.due_from_cents > 0;
    RETURN QUERY
    SELECT concat('suspense-', u.source, '.', u.number), CASE WHEN u.docket_id IS NULL
            THEN 'unidentified_receipt' ELSE 'suspense_old' END, '', k.fund_id, u.docket_id,
        u.received_on, u.amount_cents, format('receipt %s of %s, no debt claims it', u.number,
            u.source)
    FROM ledger_api.unapplied_money(p_as_of) AS u
    LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = u.docket_id
    WHERE u.docket_id IS NULL OR u.is_late;
    RETURN QUERY
    SELECT concat('drawer-', w.source, '.', w.received_on), 'deposit_late', '', w.fund_id,
        NULL::bigint, w.received_on, w.cents::bigint,
        format('%s: %s receipts are not in the bank', w.source, w.receipts)
    FROM (
        SELECT f.id AS fund_id, u.source, u.received_on, sum(u.amount_cents) AS cents,
            count(*) AS receipts
        FROM ledger.fund AS f
        CROSS JOIN LATERAL ledger_api.undeposited_receipts(f.id) AS u
        WHERE f.jurisdiction_id = j AND f.kind LIKE 'custodial%' AND u.received_on <= p_as_of
        GROUP BY f.id, u.source, u.received_on
    ) AS w
    WHERE (
        SELECT max(d.number) - min(d.number)
        FROM ledger_api.banking_days(w.received_on, p_as_of) AS d
    ) > v_deposit_days;
    RETURN QUERY
    SELECT concat('check-', k.check_id), 'stale_check', '', f.id, k.check_id, k.issued_on,
        k.amount_cents, format('check %s', k.number)
    FROM ledger_api.check_list(p_as_of) AS k
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.code = k.fund
    WHERE k.state = 'outstanding' AND k.is_due AND NOT EXISTS (
        SELECT FROM ledger.bank_account AS b
        JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = b.account_id
        WHERE b.jurisdiction_id = j AND a.fund_id = f.id
    );
END $$;
COMMENT ON FUNCTION ledger_api.book_exceptions IS
'What examiners ask of the books alone, at the end of a day.';
