-- What holds where a court made no choice, and what each setting takes, as a pattern.
CREATE FUNCTION ledger_api.policy_defaults() RETURNS TABLE (name text, value text, takes text)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT v.name, v.value, coalesce(k.takes, v.kind)
    FROM (VALUES
        ('interest_day_count', 'actual_365', '^actual_36[56]$'),
        ('default_penalty_base', 'instalment', '^(instalment|accelerated)$'),
        ('gate_holds_for_interest_and_penalties', 'no', 'flag'),
        ('hold_days_ach', '0', 'days'),
        ('hold_days_card', '0', 'days'),
        ('hold_days_cash', '0', 'days'),
        ('hold_days_check', '0', 'days'),
        ('hold_days_other', '0', 'days'),
        ('hold_days_wire', '0', 'days'),
        ('victim_payment_minimum', '25.00', 'money'),
        ('stale_check_days', '365', 'days'),
        ('unclaimed_escheat_days', '1827', 'days'),
        ('suspense_alert_days', '30', 'days'),
        ('days_to_deposit', '1', 'days'),
        ('void_by_another', 'no', 'flag'),
        ('returned_check_fee', '0.00', 'money'),
        ('small_refund_minimum', '0.00', 'money'),
        ('refund_approval_minimum', '0.00', 'money')
    ) AS v (name, value, kind)
    LEFT JOIN (VALUES
        ('days', '^(0|[1-9][0-9]{0,3}|[12][0-9]{4}|3[0-5][0-9]{3}|36[0-4][0-9]{2}|36500)$'),
        ('flag', '^(yes|no)$'),
        ('money', '^(0|[1-9][0-9]{0,12})\.[0-9]{2}$')
    ) AS k (kind, takes) ON k.kind = v.kind
$$;
COMMENT ON FUNCTION ledger_api.policy_defaults IS
'What holds where a court made no choice, and what each setting takes, as a pattern.';
