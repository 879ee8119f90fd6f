-- What the database refuses to every client: refusals, binding, append-only history, row security.

CREATE TABLE ledger.refusal_text (
    code text PRIMARY KEY,
    name text NOT NULL,
    message text NOT NULL,
    hint text NOT NULL
);
COMMENT ON TABLE ledger.refusal_text IS 'The list of refusals, poured from sql/refusals.csv.';

CREATE FUNCTION ledger.raise_refusal(p_code text, p_detail text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_text ledger.refusal_text;
BEGIN
    SELECT * INTO v_text FROM ledger.refusal_text WHERE code = p_code;
    RAISE EXCEPTION USING
        ERRCODE = p_code,
        MESSAGE = coalesce(v_text.message, 'refused'),
        DETAIL = coalesce(p_detail, ''),
        HINT = coalesce(v_text.hint, '');
END $$;
COMMENT ON FUNCTION ledger.raise_refusal IS 'Raises a refusal with its message, facts and remedy.';

CREATE FUNCTION ledger.binding_signature(p_text text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(
        sha256(k.outer_pad || sha256(k.inner_pad || convert_to(p_text, 'UTF8'))), 'hex'
    )
    FROM ledger.binding_key AS k
$$;
COMMENT ON FUNCTION ledger.binding_signature IS
'SHA-256 of a binding, keyed twice (NMAC) with what only the owner of the schema can read.';

INSERT INTO ledger.binding_key (inner_pad, outer_pad)
SELECT string_agg(uuid_send(gen_random_uuid()), ''::bytea) FILTER (WHERE i <= 4),
    string_agg(uuid_send(gen_random_uuid()), ''::bytea) FILTER (WHERE i > 4)
FROM generate_series(1, 8) AS i;

CREATE FUNCTION ledger.binding_text(p_jurisdiction_id integer, p_principal_id integer, p_role text)
RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT concat_ws(
        ':', p_jurisdiction_id, p_principal_id, p_role, pg_backend_pid(),
        extract(epoch FROM transaction_timestamp())
    )
$$;
COMMENT ON FUNCTION ledger.binding_text IS 'What is signed: who, where, as what, in this transaction.';

-- A value that nobody signed binds nobody, whatever it looks like.
CREATE FUNCTION ledger.binding(
    OUT jurisdiction_id integer, OUT principal_id integer, OUT token_role text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_token text := nullif(current_setting('redress.token_binding', true), '');
    v_code text := nullif(current_setting('redress.jurisdiction', true), '');
    v_parts text[];
BEGIN
    IF v_token IS NOT NULL THEN
        v_parts := regexp_match(v_token, '^([0-9]{1,9}):([0-9]{1,9}):([a-z]+):([0-9a-f]{64})$');
        IF v_parts[4] = ledger.binding_signature(ledger.binding_text(
            v_parts[1]::integer, v_parts[2]::integer, v_parts[3]
        )) THEN
            jurisdiction_id := v_parts[1];
            principal_id := v_parts[2];
            token_role := v_parts[3];
        END IF;
        RETURN;
    END IF;
    SELECT CASE WHEN min(r.jurisdiction_id) = max(r.jurisdiction_id)
                THEN min(r.jurisdiction_id) END, min(r.principal_id)
    INTO jurisdiction_id, principal_id
    FROM ledger.principal AS p
    JOIN ledger.principal_role AS r ON r.principal_id = p.id
    JOIN ledger.jurisdiction AS j ON j.id = r.jurisdiction_id
    WHERE p.login = session_user AND (v_code IS NULL OR j.code = v_code);
END $$;
COMMENT ON FUNCTION ledger.binding IS
'Who acts and where. A login is bound by its memberships (the setting redress.jurisdiction only chooses among them); a service transaction by a token''s signed value.';

CREATE FUNCTION ledger.bound_jurisdiction() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.jurisdiction_id FROM ledger.binding() AS b
$$;
COMMENT ON FUNCTION ledger.bound_jurisdiction IS 'The jurisdiction this transaction may see, or NULL.';

-- Doors run as the owner of the schema. Each names its jurisdiction once, when it checks the role
-- of its caller, and row security then holds it to that one; everybody else is held to the binding.
-- Its names are bound here and now: a search path of the caller's cannot stand in for them.
CREATE FUNCTION ledger.visible_jurisdiction() RETURNS integer
LANGUAGE sql STABLE
RETURN CASE WHEN current_user = 'redress_schema'
    THEN nullif(current_setting('redress.door', true), '')::integer
    ELSE ledger.bound_jurisdiction()
END;
COMMENT ON FUNCTION ledger.visible_jurisdiction IS
'The one jurisdiction whose rows may be seen and written now, or NULL.';

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM ledger.raise_refusal('LG101', format('%s on %I', TG_OP, TG_TABLE_NAME));
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_change IS 'INV-2: history is append-only, also for its owner.';

CREATE FUNCTION ledger.check_new_postings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_entry bigint;
    v_code text;
BEGIN
    SELECT n.entry_id INTO v_entry
    FROM (
        SELECT jurisdiction_id, entry_id FROM new_posting
        EXCEPT
        SELECT t.jurisdiction_id, t.entry_id
        FROM ledger.journal_tail AS t
        WHERE t.entry_id BETWEEN (SELECT min(entry_id) FROM new_posting)
            AND (SELECT max(entry_id) FROM new_posting)
            AND t.written_by = pg_current_xact_id()
    ) AS n
    LIMIT 1;
    IF v_entry IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG102', format('entry %s', v_entry));
    END IF;

    SELECT n.entry_id, CASE
        WHEN (p.fund_id = d.fund_id AND p.fund_id = c.fund_id
            AND d.account_set = c.account_set) IS NOT TRUE THEN 'LG103'
        ELSE 'LG104'
    END INTO v_entry, v_code
    FROM (
        SELECT jurisdiction_id, purse_id, debit_account_id, credit_account_id,
            min(posted_on) AS posted_on, min(entry_id) AS entry_id
        FROM new_posting
        GROUP BY 1, 2, 3, 4
    ) AS n
    LEFT JOIN ledger.purse AS p ON p.jurisdiction_id = n.jurisdiction_id AND p.id = n.purse_id
    LEFT JOIN ledger.account AS d
        ON d.jurisdiction_id = n.jurisdiction_id AND d.id = n.debit_account_id
    LEFT JOIN ledger.account AS c
        ON c.jurisdiction_id = n.jurisdiction_id AND c.id = n.credit_account_id
    LEFT JOIN ledger.fund_period AS f
        ON f.jurisdiction_id = n.jurisdiction_id AND f.fund_id = p.fund_id
    WHERE (p.fund_id = d.fund_id AND p.fund_id = c.fund_id
        AND d.account_set = c.account_set) IS NOT TRUE OR n.posted_on <= f.closed_through
    LIMIT 1;
    IF v_entry IS NOT NULL THEN
        PERFORM ledger.raise_refusal(v_code, format('entry %s', v_entry));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.check_new_postings IS
'INV-1, INV-3, INV-4: postings arrive with their header, within one fund and set, in open periods.';

CREATE TRIGGER check_new_postings AFTER INSERT ON ledger.posting
REFERENCING NEW TABLE AS new_posting
FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_new_postings();

INSERT INTO ledger.sealed_table (tag, table_name, columns, row_order) VALUES
(1, 'journal_entry',
    '{jurisdiction_id,id,kind,outcome,effective_on,posted_on,recorded_at,principal_id,
    authority_id,docket_id,reverses_entry_id,request_key,fingerprint,memo}',
    'r.id'),
(2, 'posting',
    '{jurisdiction_id,entry_id,line,purse_id,debit_account_id,credit_account_id,
    amount_cents,posted_on,debt_no,share_no}',
    'r.line'),
(3, 'refusal',
    '{jurisdiction_id,entry_id,code,message,detail,hint}',
    'r.entry_id'),
(4, 'receipt',
    '{jurisdiction_id,entry_id,source,number,method,payer_reference,amount_cents}',
    'r.entry_id'),
(5, 'docket',
    '{jurisdiction_id,entry_id,fund_id,reference_commitment,judgment_on,is_entity,
    payment_order}',
    'r.entry_id'),
(6, 'share_plan',
    '{jurisdiction_id,id,entry_id,tier,weight,tier_cap_cents,due_to_account_id,own_purse_id}',
    'r.id'),
(7, 'debt',
    '{jurisdiction_id,docket_id,debt_no,entry_id,authority_id,share_plan_id,kind,rank,
    is_gated,is_gating,grade,counts,ordered_cents}',
    'r.docket_id, r.debt_no'),
(8, 'reversal',
    '{jurisdiction_id,entry_id,reverses_entry_id,reason}',
    'r.entry_id'),
(9, 'deposit',
    '{jurisdiction_id,entry_id,fund_id,ticket,amount_cents}',
    'r.entry_id'),
(10, 'remittance',
    '{jurisdiction_id,entry_id,recipient_id,amount_cents}',
    'r.entry_id'),
(11, 'fund_receipt',
    '{jurisdiction_id,entry_id,purse_id,received_from,amount_cents}',
    'r.entry_id'),
(12, 'allotment',
    '{jurisdiction_id,entry_id,purse_id,amount_cents}',
    'r.entry_id'),
(13, 'award',
    '{jurisdiction_id,entry_id,purse_id,authority_id,purpose,grantee,reference,amount_cents}',
    'r.entry_id'),
(14, 'disbursement',
    '{jurisdiction_id,entry_id,award_id,amount_cents}',
    'r.entry_id'),
(15, 'deobligation',
    '{jurisdiction_id,entry_id,award_id,amount_cents}',
    'r.entry_id'),
(16, 'period_change',
    '{jurisdiction_id,entry_id,fund_id,action,closed_through}',
    'r.entry_id'),
(17, 'role_change',
    '{jurisdiction_id,entry_id,principal_id,login,role,action}',
    'r.entry_id'),
(18, 'token_change',
    '{jurisdiction_id,entry_id,principal_id,token_hash,role,label,expires_at,action}',
    'r.entry_id'),
(19, 'authority',
    '{jurisdiction_id,id,entry_id,rule,version,citation,source,debt_kind,effective_from,
    effective_to,share_roles,minimum_cents,maximum_cents,rule_digest}',
    'r.id'),
(20, 'fund',
    '{jurisdiction_id,id,entry_id,code,name,kind,fiscal_year_start_month}',
    'r.id'),
(21, 'purpose',
    '{jurisdiction_id,entry_id,code}',
    'r.code COLLATE "C"'),
(22, 'purse',
    '{jurisdiction_id,id,entry_id,fund_id,purpose,year_of_availability,allowed_purposes}',
    'r.id'),
(23, 'recipient',
    '{jurisdiction_id,id,entry_id,code,name,roles,own_purse_id}',
    'r.id'),
(24, 'account',
    '{jurisdiction_id,id,entry_id,fund_id,account_set,number,name,class,normal_side,role,
    recipient_id}',
    'r.id'),
(26, 'payment_rank',
    '{jurisdiction_id,entry_id,payment_order,debt_kind,rank,is_gated,is_gating,citation}',
    'r.payment_order COLLATE "C", r.debt_kind COLLATE "C"'),
(25, 'jurisdiction',
    '{id,entry_id,code,name,time_zone,fiscal_year_start_month,count_basis,payment_order}',
    'r.id');

UPDATE ledger.sealed_table SET entry_column = 'id' WHERE table_name = 'journal_entry';
UPDATE ledger.sealed_table SET jurisdiction_column = 'id' WHERE table_name = 'jurisdiction';

-- Append-only: every sealed table, the seals themselves, and the list of what is sealed.
DO $$
DECLARE
    v_table text;
BEGIN
    FOR v_table IN
        SELECT table_name FROM ledger.sealed_table
        UNION ALL VALUES ('block'), ('sealed_entry'), ('sealed_table'), ('principal')
    LOOP
        EXECUTE format(
            'CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.%I '
            'FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', v_table
        );
    END LOOP;
    CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.docket_reference
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
END $$;

-- Row-level security, enabled and forced: nobody sees or writes another jurisdiction.
DO $$
DECLARE
    v_table text;
BEGIN
    FOR v_table IN
        SELECT c.table_name
        FROM information_schema.columns AS c
        WHERE c.table_schema = 'ledger' AND c.column_name = 'jurisdiction_id'
            AND c.table_name NOT IN ('principal_role', 'token', 'role_change', 'token_change')
    LOOP
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE ledger.%I FORCE ROW LEVEL SECURITY', v_table);
        EXECUTE format(
            'CREATE POLICY bound ON ledger.%I '
            'USING (jurisdiction_id = (SELECT ledger.visible_jurisdiction()))', v_table
        );
    END LOOP;
    -- These decide the binding itself, so the owner of the schema reads them unbound.
    FOR v_table IN VALUES ('principal_role'), ('token'), ('role_change'), ('token_change') LOOP
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE ledger.%I FORCE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY owner ON ledger.%I TO redress_schema USING (true)', v_table);
        EXECUTE format(
            'CREATE POLICY bound ON ledger.%I '
            'USING (jurisdiction_id = (SELECT ledger.visible_jurisdiction()))', v_table
        );
    END LOOP;
END $$;
ALTER TABLE ledger.jurisdiction ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger.jurisdiction FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON ledger.jurisdiction TO redress_schema USING (true);
CREATE POLICY bound ON ledger.jurisdiction
USING (id = (SELECT ledger.visible_jurisdiction()));
