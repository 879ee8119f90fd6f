-- What was given back of a docket without a second person, so that an amount that takes two is not
-- split among smaller checks.
CREATE FUNCTION ledger_api.refunded_alone(j integer, p_docket_id bigint) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN (
        SELECT coalesce(sum(k.amount_cents), 0)::bigint
        FROM ledger.journal_entry AS e
        JOIN ledger.check_issued AS k ON k.jurisdiction_id = j AND k.entry_id = e.id
        WHERE e.jurisdiction_id = j AND e.docket_id = p_docket_id AND e.kind = 'refund'
            AND NOT EXISTS (
                SELECT FROM ledger.approval AS a
                WHERE a.jurisdiction_id = j AND a.entry_id = e.id
            )
    );
END $$;
COMMENT ON FUNCTION ledger_api.refunded_alone IS
'What was given back of a docket without a second person.';
