-- A command of the doors that take jsonb; a posting is {purse, debit, credit, cents} by role.
CREATE FUNCTION probe.command(
    p_key text, p_statement jsonb, VARIADIC p_postings text[] DEFAULT '{}'
)
RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_array(jsonb_build_object('key', p_key, 'statement', p_statement,
        'postings', coalesce(jsonb_agg(jsonb_build_object(
            'purse', probe.purse(s.part[1]),
            'debit', probe.account(s.part[1], split_part(s.part[2], '.', 1),
                nullif(split_part(s.part[2], '.', 2), '')),
            'credit', probe.account(s.part[1], s.part[3]),
            'cents', coalesce(s.part[4], p_statement ->> 'amount_cents')::bigint
        )), '[]')))
    FROM (SELECT string_to_array(p, ' ') AS part FROM unnest(p_postings) AS p) AS s
$$;
CREATE FUNCTION probe.policy(p_key text, p_name text, p_value text)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.set_policies(
        probe.command(p_key, jsonb_build_object(p_name, p_value))
    )
$$;
CREATE FUNCTION probe.find(p_key text, p_reference text, p_is_indigent boolean)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.record_findings(probe.command(p_key, jsonb_build_object(
        'docket', probe.docket(p_reference), 'is_indigent', p_is_indigent,
        'effective_on', '2025-03-01')))
$$;
CREATE FUNCTION probe.claim(
    p_key text, p_reference text, p_cents bigint, p_change jsonb DEFAULT '{}'
) RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.open_claims(probe.command(p_key, jsonb_build_object(
        'reference', p_reference, 'fund', probe.fund('clerk'), 'loss_cents', p_cents,
        'plan', probe.plan('clerk')) || p_change))
$$;
CREATE FUNCTION probe.schedule(p_key text, p_reference text, p_debt integer, p_parts jsonb)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.schedule_debts(probe.command(p_key, jsonb_build_object(
        'docket', probe.docket(p_reference), 'debt', p_debt, 'instalments', (
            SELECT jsonb_agg(jsonb_build_object('due_on', x ->> 0, 'amount_cents', x -> 1))
            FROM jsonb_array_elements(p_parts) AS x
        ))))
$$;
CREATE FUNCTION probe.propose(p_key text, p_action text, p_act jsonb)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.propose(probe.command(p_key, jsonb_build_object(
        'action', p_action, 'statement', p_act::text)))
$$;
CREATE FUNCTION probe.expunge(p_key text, p_proposal bigint)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.expunge_dockets(probe.command(p_key, jsonb_build_object(
        'proposal', p_proposal)))
$$;
CREATE FUNCTION probe.fund_money(p_key text, p_fund text, p_cents bigint)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.receive_fund_money(probe.command(p_key, jsonb_build_object(
        'purse', probe.purse(p_fund), 'received_from', 'State', 'amount_cents', p_cents,
        'effective_on', '2025-04-01'), p_fund || ' cash revenue', p_fund || ' resources '
        || CASE p_fund WHEN 'dtvf' THEN 'unapportioned' ELSE 'available' END))
$$;
CREATE FUNCTION probe.allot(p_key text, p_cents bigint)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.allot(probe.command(p_key, jsonb_build_object(
        'purse', probe.purse('dtvf'), 'amount_cents', p_cents, 'effective_on', '2025-04-01'),
        'dtvf unapportioned apportioned', 'dtvf apportioned available'))
$$;
CREATE FUNCTION probe.award(
    p_key text, p_fund text, p_cents bigint, p_reference text DEFAULT NULL,
    p_change jsonb DEFAULT '{}', p_posting text DEFAULT ' available obligated'
) RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.award(probe.command(p_key, jsonb_build_object(
        'purse', probe.purse(p_fund), 'authority', probe.authority('fine'), 'purpose', 'care',
        'grantee', 'A shelter', 'reference', coalesce(p_reference, p_key),
        'amount_cents', p_cents,
        'effective_on', '2025-04-02') || p_change, p_fund || p_posting))
$$;
CREATE FUNCTION probe.draw(
    p_door text, p_key text, p_fund text, p_award text, p_cents bigint,
    p_change jsonb DEFAULT '{}'
) RETURNS SETOF ledger_api.reply LANGUAGE plpgsql AS $$
DECLARE
    v_statement jsonb := jsonb_build_object('award', p_award, 'amount_cents', p_cents,
        'effective_on', '2025-04-03') || p_change;
BEGIN
    IF p_door = 'disburse' THEN
        RETURN QUERY SELECT * FROM ledger_api.disburse(probe.command(p_key, v_statement,
            p_fund || ' expenditure cash', p_fund || ' obligated expended'));
    ELSE
        RETURN QUERY SELECT * FROM ledger_api.deobligate(probe.command(p_key, v_statement,
            p_fund || ' obligated available'));
    END IF;
END $$;
CREATE FUNCTION probe.deposit(p_key text, p_cents bigint, p_change jsonb DEFAULT '{}')
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.record_deposits(probe.command(p_key, jsonb_build_object(
        'fund', probe.fund('clerk'), 'ticket', 'T1', 'amount_cents', p_cents,
        'effective_on', '2025-04-02') || p_change))
$$;
CREATE FUNCTION probe.recipient(p_code text) RETURNS integer LANGUAGE sql AS $$
    SELECT id FROM ledger.recipient
    WHERE code = p_code AND jurisdiction_id = ledger.bound_jurisdiction()
$$;
CREATE FUNCTION probe.remit(
    p_key text, p_recipient text, p_cents bigint, p_change jsonb DEFAULT '{}'
) RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.record_remittances(probe.command(p_key, jsonb_build_object(
        'fund', probe.fund('clerk'), 'recipient', probe.recipient(p_recipient),
        'amount_cents', p_cents, 'through', '2025-04-02', 'check_number', NULL,
        'effective_on', '2025-04-02') || p_change))
$$;
CREATE FUNCTION probe.remit_all(p_key text, p_change jsonb DEFAULT '{}')
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.run_remittances(probe.command(p_key, jsonb_build_object(
        'fund', probe.fund('clerk'), 'through', '2025-04-02', 'first_check', NULL,
        'effective_on', '2025-04-02') || p_change))
$$;
CREATE FUNCTION probe.repay(p_key text, p_recipient text, p_cents bigint)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.repay_remittances(probe.command(p_key, jsonb_build_object(
        'fund', probe.fund('clerk'), 'recipient', probe.recipient(p_recipient),
        'amount_cents', p_cents, 'effective_on', '2025-04-06')))
$$;
CREATE FUNCTION probe.transfer(p_key text, p_change jsonb DEFAULT '{}')
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.transfer_fund_money(probe.command(p_key, jsonb_build_object(
        'clause', '3014(d)', 'through', '2025-04-02', 'year', NULL,
        'effective_on', '2025-04-02') || p_change))
$$;
CREATE FUNCTION probe.till(p_key text, p_act text, p_change jsonb DEFAULT '{}')
RETURNS SETOF ledger_api.reply LANGUAGE plpgsql AS $$
DECLARE
    v_command jsonb := probe.command(p_key, jsonb_build_object(
        'till', 'till-1', 'effective_on', '2025-04-02') || CASE p_act
        WHEN 'open' THEN jsonb_build_object('fund', probe.fund('clerk'), 'change_fund_cents', 0)
        ELSE '{}' END || p_change);
BEGIN
    RETURN QUERY EXECUTE format('SELECT * FROM ledger_api.%I($1)', p_act || '_tills')
    USING v_command;
END $$;
CREATE FUNCTION probe.liability(
    p_key text, p_docket text, p_kind text, p_on date DEFAULT '2025-04-05'
) RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.record_liability_events(probe.command(p_key, jsonb_build_object(
        'docket', probe.docket(p_docket), 'kind', p_kind, 'effective_on', p_on)))
$$;
CREATE FUNCTION probe.entry(p_key text) RETURNS bigint LANGUAGE sql AS
    'SELECT id FROM ledger.journal_entry WHERE request_key = p_key
     AND jurisdiction_id = ledger.bound_jurisdiction()';
CREATE FUNCTION probe.period(p_key text, p_fund text, p_action text, p_through date)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.change_periods(probe.command(p_key, jsonb_build_object(
        'fund', p_fund, 'action', p_action, 'closed_through', p_through)))
$$;
CREATE FUNCTION probe.role(p_key text, p_login text, p_role text, p_action text)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.change_roles(probe.command(p_key, jsonb_build_object(
        'login', p_login, 'role', p_role, 'action', p_action)))
$$;
CREATE FUNCTION probe.token(
    p_key text, p_label text, p_role text, p_action text, p_secret text,
    p_expires timestamptz DEFAULT '2999-01-01'
) RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.change_tokens(probe.command(p_key, jsonb_build_object(
        'label', p_label, 'role', p_role, 'action', p_action, 'hash',
        encode(sha256(convert_to(p_secret, 'UTF8')), 'hex'), 'expires_at', p_expires)))
$$;

-- A header of this transaction without postings; only the owner of the schema may call it.
CREATE FUNCTION probe.header() RETURNS bigint LANGUAGE sql AS
    $$SELECT ledger_api.write_entry('probe', '{}', '2025-06-01', '2025-06-01')$$;
CREATE FUNCTION probe.begin_opening(p_key text, p_fund text)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.begin_openings(probe.command(p_key, jsonb_build_object(
        'proposal', NULL, 'act', jsonb_build_object('fund', probe.fund(p_fund), 'cut_over',
            '2025-06-30', 'files', '{}'::jsonb, 'controls', '[]'::jsonb))))
$$;
