-- Guards for clients that choose their own words: psql, a second role elsewhere, another isolation.

-- A snapshot from before the locks would show an old balance or an open period, so whatever writes
-- must see each statement's own moment.
CREATE FUNCTION ledger.refuse_old_snapshot() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE = 'invalid_transaction_state',
        MESSAGE = 'The ledger is written in transactions that are READ COMMITTED.',
        DETAIL = current_setting('transaction_isolation'),
        HINT = 'Begin the transaction with BEGIN ISOLATION LEVEL READ COMMITTED.';
END $$;
COMMENT ON FUNCTION ledger.refuse_old_snapshot IS
'Refuses to write by a snapshot that is older than the locks of the writer.';
CREATE TRIGGER refuse_old_snapshot BEFORE INSERT ON ledger.journal_entry
FOR EACH STATEMENT WHEN (current_setting('transaction_isolation') <> 'read committed')
EXECUTE FUNCTION ledger.refuse_old_snapshot();

-- The database role of a login is the same everywhere, so what only those who work with cases may
-- read asks for such a role here: an auditor of one court who is the public in another.
CREATE FUNCTION ledger.works_here() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN b.token_role IS NOT NULL THEN b.token_role <> 'public' ELSE EXISTS (
        SELECT FROM ledger.principal_role AS r
        WHERE r.principal_id = b.principal_id AND r.jurisdiction_id = b.jurisdiction_id
            AND r.role <> 'public'
    ) END
    FROM ledger.binding() AS b
$$;
COMMENT ON FUNCTION ledger.works_here IS
'Whether whoever acts holds a role other than public in the bound jurisdiction.';

DO $$
DECLARE
    v_table text;
BEGIN
    FOR v_table IN
        SELECT c.table_name
        FROM information_schema.columns AS c
        WHERE c.table_schema = 'ledger' AND c.column_name = 'jurisdiction_id'
            AND c.table_name NOT IN (
                'authority', 'payment_rank', 'fund', 'purpose', 'purse', 'recipient', 'account',
                'fund_period', 'balance_day', 'block'
            )
    LOOP
        EXECUTE format(
            'CREATE POLICY worker ON ledger.%I AS RESTRICTIVE '
            'USING ((SELECT current_user = ''redress_schema'' OR ledger.works_here()))', v_table
        );
    END LOOP;
END $$;

-- Of the logins and tokens of the cluster, those who ever held a role here.
ALTER TABLE ledger.principal ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger.principal FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON ledger.principal TO redress_schema USING (true);
CREATE POLICY bound ON ledger.principal USING (id IN (
    SELECT c.principal_id FROM ledger.role_change AS c
    UNION ALL
    SELECT c.principal_id FROM ledger.token_change AS c
));
