-- What happens to a debt after it was ordered, and the settings that a court chooses.

-- One way to make a history table: sealed, append-only, and seen by its own jurisdiction alone.
CREATE FUNCTION ledger.keep_history(
    p_tag smallint, p_table text, p_columns text[], p_row_order text DEFAULT 'r.entry_id',
    p_is_public boolean DEFAULT false
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO ledger.sealed_table (tag, table_name, columns, row_order)
    VALUES (p_tag, p_table, p_columns, p_row_order);
    EXECUTE format(
        'CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.%I '
        'FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', p_table
    );
    PERFORM ledger.bind_rows(p_table, p_is_public);
END $$;
COMMENT ON FUNCTION ledger.keep_history IS
'Seals a new table and makes it append-only; its rows are seen by their own jurisdiction alone.';

CREATE FUNCTION ledger.bind_rows(p_table text, p_is_public boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER TABLE ledger.%I ENABLE ROW LEVEL SECURITY', p_table);
    EXECUTE format('ALTER TABLE ledger.%I FORCE ROW LEVEL SECURITY', p_table);
    EXECUTE format(
        'CREATE POLICY bound ON ledger.%I '
        'USING (jurisdiction_id = (SELECT ledger.visible_jurisdiction()))', p_table
    );
    IF NOT p_is_public THEN
        EXECUTE format(
            'CREATE POLICY worker ON ledger.%I AS RESTRICTIVE '
            'USING ((SELECT current_user = ''redress_schema'' OR ledger.works_here()))', p_table
        );
    END IF;
END $$;
COMMENT ON FUNCTION ledger.bind_rows IS
'Row security of a table: its jurisdiction alone and, unless public, only who works there.';

CREATE TABLE ledger.policy (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    name text NOT NULL CHECK (name ~ '^[a-z0-9_]{1,60}$'),
    value text NOT NULL CHECK (length(value) BETWEEN 1 AND 60),
    PRIMARY KEY (jurisdiction_id, entry_id, name)
);
COMMENT ON TABLE ledger.policy IS
'Choices that the law leaves to the court, as they were made; the newest row of a name holds.';
SELECT ledger.keep_history(
    30::smallint, 'policy', '{jurisdiction_id,entry_id,name,value}', 'r.name COLLATE "C"', true
);

CREATE TABLE ledger.authority_term (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    authority_id integer NOT NULL,
    name text NOT NULL CHECK (name ~ '^[a-z0-9_]{1,60}$'),
    value text NOT NULL CHECK (length(value) BETWEEN 1 AND 60),
    PRIMARY KEY (jurisdiction_id, authority_id, name)
);
COMMENT ON TABLE ledger.authority_term IS
'What a rule says beyond its amounts and shares: whom it spares, when a debt under it ceases.';
SELECT ledger.keep_history(
    31::smallint, 'authority_term', '{jurisdiction_id,entry_id,authority_id,name,value}',
    'r.authority_id, r.name COLLATE "C"', true
);

CREATE TABLE ledger.debt_change (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    reason text NOT NULL CHECK (reason IN (
        'amended', 'vacated', 'remission', 'waiver', 'reduction', 'extinction', 'interest',
        'penalty'
    )),
    order_reference text CHECK (length(order_reference) BETWEEN 1 AND 60),
    amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
    PRIMARY KEY (jurisdiction_id, entry_id, debt_no),
    CHECK (CASE reason WHEN 'amended' THEN true
        WHEN 'interest' THEN amount_cents > 0
        WHEN 'penalty' THEN amount_cents > 0
        ELSE amount_cents < 0 END)
);
CREATE INDEX debt_change_docket ON ledger.debt_change (jurisdiction_id, docket_id);
COMMENT ON TABLE ledger.debt_change IS
'What was added to a debt (negative: taken off) after it was ordered, and on what ground.';
SELECT ledger.keep_history(
    32::smallint, 'debt_change',
    '{jurisdiction_id,entry_id,docket_id,debt_no,reason,order_reference,amount_cents}',
    'r.docket_id, r.debt_no'
);

CREATE TABLE ledger.write_off (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
    PRIMARY KEY (jurisdiction_id, entry_id, debt_no)
);
CREATE INDEX write_off_docket ON ledger.write_off (jurisdiction_id, docket_id);
COMMENT ON TABLE ledger.write_off IS
'What a court no longer expects of a debt, which stays owed; the newest row holds, 0 takes it back.';
SELECT ledger.keep_history(
    33::smallint, 'write_off', '{jurisdiction_id,entry_id,docket_id,debt_no,amount_cents}',
    'r.docket_id, r.debt_no'
);

-- Interest on a debt and penalties for paying it late are debts of their own kinds, each with its
-- place in the payment order; this names the debt that they belong to.
CREATE TABLE ledger.debt_component (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    parent_debt_no smallint NOT NULL CHECK (parent_debt_no <> debt_no),
    PRIMARY KEY (jurisdiction_id, docket_id, debt_no)
);
CREATE UNIQUE INDEX debt_component_entry ON ledger.debt_component (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.debt_component IS 'The debt to which an interest or penalty debt belongs.';
SELECT ledger.keep_history(
    34::smallint, 'debt_component',
    '{jurisdiction_id,entry_id,docket_id,debt_no,parent_debt_no}'
);

CREATE TABLE ledger.debt_ground (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    priors smallint NOT NULL CHECK (priors >= 0),
    count_basis text NOT NULL CHECK (count_basis IN ('per_count', 'per_offender')),
    PRIMARY KEY (jurisdiction_id, docket_id, debt_no)
);
CREATE UNIQUE INDEX debt_ground_entry ON ledger.debt_ground (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.debt_ground IS
'The findings on which the amount of a debt rests, beside its grade and counts.';
SELECT ledger.keep_history(
    35::smallint, 'debt_ground',
    '{jurisdiction_id,entry_id,docket_id,debt_no,priors,count_basis}'
);

CREATE TABLE ledger.indigency_finding (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    is_indigent boolean NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX indigency_finding_docket ON ledger.indigency_finding (jurisdiction_id, docket_id);
COMMENT ON TABLE ledger.indigency_finding IS
'What the court found of a defendant''s means; the newest row of a docket holds.';
SELECT ledger.keep_history(
    36::smallint, 'indigency_finding', '{jurisdiction_id,entry_id,docket_id,is_indigent}'
);

-- One loss, several dockets that owe it (18 U.S.C. 3664(h)): never more than the loss is collected.
CREATE TABLE ledger.joint_claim (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 60),
    share_plan_id bigint NOT NULL,
    loss_cents bigint NOT NULL CHECK (loss_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, reference)
);
COMMENT ON TABLE ledger.joint_claim IS
'A loss for which defendants on several dockets are jointly and severally liable.';
SELECT ledger.keep_history(
    37::smallint, 'joint_claim', '{jurisdiction_id,entry_id,reference,share_plan_id,loss_cents}'
);

CREATE TABLE ledger.joint_debt (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    PRIMARY KEY (jurisdiction_id, docket_id, debt_no)
);
CREATE UNIQUE INDEX joint_debt_claim ON ledger.joint_debt (jurisdiction_id, claim_id, docket_id);
CREATE UNIQUE INDEX joint_debt_entry ON ledger.joint_debt (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.joint_debt IS 'A debt that is one docket''s liability for a joint claim.';
SELECT ledger.keep_history(
    38::smallint, 'joint_debt', '{jurisdiction_id,entry_id,claim_id,docket_id,debt_no}'
);

-- Derived from the postings of its debts, under this row's lock; verify proves it.
CREATE TABLE ledger.joint_total (
    jurisdiction_id integer NOT NULL,
    claim_id bigint NOT NULL,
    loss_cents bigint NOT NULL,
    applied_cents bigint NOT NULL CHECK (applied_cents BETWEEN 0 AND loss_cents),
    held_cents bigint[] NOT NULL,
    receivable_cents bigint NOT NULL CHECK (receivable_cents BETWEEN 0 AND loss_cents),
    PRIMARY KEY (jurisdiction_id, claim_id)
) WITH (fillfactor = 70);
COMMENT ON TABLE ledger.joint_total IS
'What was applied to a joint claim over all its dockets, and what of the loss stands as receivable.';
SELECT ledger.bind_rows('joint_total');

-- What is owed is what was ordered and what was changed since.
ALTER TABLE ledger.debt_total ADD COLUMN owed_cents bigint, ADD COLUMN claim_id bigint;
ALTER TABLE ledger.debt_total NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger.debt NO FORCE ROW LEVEL SECURITY;
UPDATE ledger.debt_total AS t
SET owed_cents = b.ordered_cents
FROM ledger.debt AS b
WHERE b.jurisdiction_id = t.jurisdiction_id AND b.docket_id = t.docket_id
    AND b.debt_no = t.debt_no;
ALTER TABLE ledger.debt_total FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger.debt FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger.debt_total ALTER COLUMN owed_cents SET NOT NULL,
ADD CHECK (owed_cents >= 0);

-- Acts that take two persons: one proposes, another approves, and only then is it done.
CREATE TABLE ledger.proposal (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    action text NOT NULL CHECK (action ~ '^[a-z_]{1,40}$'),
    statement text NOT NULL CHECK (length(statement) <= 100000),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.proposal IS 'An act that waits for a second person, as it was stated.';
SELECT ledger.keep_history(
    39::smallint, 'proposal', '{jurisdiction_id,entry_id,action,statement}'
);

CREATE TABLE ledger.approval (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    proposal_id bigint NOT NULL,
    proposed_by integer NOT NULL,
    approved_by integer NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, proposal_id),
    CHECK (proposed_by <> approved_by)
);
COMMENT ON TABLE ledger.approval IS 'A second person''s approval; nobody approves their own proposal.';
SELECT ledger.keep_history(
    40::smallint, 'approval', '{jurisdiction_id,entry_id,proposal_id,proposed_by,approved_by}'
);

-- A court's order to forget a case takes its reference and salt; the money stays, and with it the
-- commitment that nobody can open any more.
CREATE TABLE ledger.docket_expunction (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    order_reference text NOT NULL CHECK (length(order_reference) BETWEEN 1 AND 60),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, docket_id)
);
COMMENT ON TABLE ledger.docket_expunction IS
'By which order the reference of a docket was erased.';
SELECT ledger.keep_history(
    41::smallint, 'docket_expunction', '{jurisdiction_id,entry_id,docket_id,order_reference}'
);

CREATE FUNCTION ledger.refuse_forgetting() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone AS g
        WHERE NOT EXISTS (
            SELECT FROM ledger.docket_expunction AS x
            WHERE x.jurisdiction_id = g.jurisdiction_id AND x.docket_id = g.docket_id
        )
    ) THEN
        PERFORM ledger.raise_refusal('LG101', 'DELETE on docket_reference without an order');
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_forgetting IS
'A reference is erased by order of a court only; see docket_expunction.';
DROP TRIGGER refuse_change ON ledger.docket_reference;
CREATE TRIGGER refuse_change BEFORE UPDATE OR TRUNCATE ON ledger.docket_reference
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER refuse_forgetting AFTER DELETE ON ledger.docket_reference
REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_forgetting();
