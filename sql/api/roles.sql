-- The roles of the cluster, made where they are missing, by the login that migrates. Nobody can
-- log in as the owner of the schema, and it is no superuser.
DO $$
DECLARE
    v_role text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('redress roles'));
    FOREACH v_role IN ARRAY ARRAY[
        'redress_schema', 'redress_member', 'redress_service', 'redress_clerk', 'redress_grants',
        'redress_reconciler', 'redress_approver', 'redress_auditor', 'redress_public',
        'redress_owner'
    ] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = v_role) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', v_role);
            EXCEPTION
                -- Another database of the cluster was migrated at the same moment.
                WHEN duplicate_object OR unique_violation THEN NULL;
            END;
        END IF;
    END LOOP;
    FOREACH v_role IN ARRAY ARRAY[
        'redress_clerk', 'redress_grants', 'redress_reconciler', 'redress_approver',
        'redress_auditor', 'redress_public', 'redress_owner'
    ] LOOP
        IF NOT pg_has_role(v_role, 'redress_member', 'MEMBER') THEN
            EXECUTE format('GRANT redress_member TO %I', v_role);
        END IF;
        IF NOT pg_has_role('redress_service', v_role, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO redress_service', v_role);
        END IF;
        IF NOT pg_has_role('redress_schema', v_role, 'MEMBER WITH ADMIN OPTION') THEN
            EXECUTE format('GRANT %I TO redress_schema WITH ADMIN OPTION', v_role);
        END IF;
    END LOOP;
    EXECUTE format('GRANT CREATE ON DATABASE %I TO redress_schema', current_database());
END $$;
