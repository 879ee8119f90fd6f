-- The doors that take money and debts back, as calls of few words.
CREATE FUNCTION probe.reverse(
    p_key text, p_entry bigint, p_on date DEFAULT '2025-04-05',
    p_reason text DEFAULT 'returned_check', p_memo text DEFAULT NULL, p_doubles bigint DEFAULT NULL
) RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.reverse_collections(jsonb_set(
        probe.command(p_key, jsonb_build_object(
            'entry', p_entry, 'reason', p_reason, 'effective_on', p_on, 'doubles', p_doubles
        )), '{0,memo}', coalesce(to_jsonb(p_memo), 'null')))
$$;
CREATE FUNCTION probe.unidentified(p_key text, p_cents bigint, p_number text, p_on date)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.record_unidentified(probe.command(p_key, jsonb_build_object(
        'fund', probe.fund('clerk'), 'amount_cents', p_cents, 'method', 'cash',
        'source', 'till-1', 'number', p_number, 'effective_on', p_on)))
$$;
CREATE FUNCTION probe.vacate(p_key text, p_proposal bigint)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.vacate_dockets(probe.command(p_key, jsonb_build_object(
        'proposal', p_proposal)))
$$;
CREATE FUNCTION probe.owe(p_key text, p_docket text, p_cents bigint)
RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.owe_refunds(probe.command(p_key, jsonb_build_object(
        'docket', probe.docket(p_docket), 'amount_cents', p_cents,
        'effective_on', '2025-04-05')))
$$;
CREATE FUNCTION probe.change(
    p_key text, p_docket text, p_reason text, p_cents bigint, p_change jsonb DEFAULT '{}'
) RETURNS SETOF ledger_api.reply LANGUAGE sql AS $$
    SELECT * FROM ledger_api.change_debts(probe.command(p_key, jsonb_build_object(
        'docket', probe.docket(p_docket), 'debt', 1, 'reason', p_reason,
        'amount_cents', p_cents, 'order', 'O-1', 'effective_on', '2025-04-05') || p_change))
$$;
