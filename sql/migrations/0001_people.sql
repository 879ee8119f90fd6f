-- Who may do what, and in which jurisdiction. Group roles belong to the cluster and may
-- already exist when another database of the same cluster was migrated before this one.

CREATE TABLE ledger.jurisdiction (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id bigint NOT NULL,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z]{2}(-[a-z0-9]+)*$' AND length(code) <= 40),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    time_zone text NOT NULL,
    fiscal_year_start_month smallint NOT NULL CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
    count_basis text NOT NULL CHECK (count_basis IN ('per_count', 'per_offender')),
    payment_order text NOT NULL
);
COMMENT ON TABLE ledger.jurisdiction IS
'The tenant: a court system, state or federal government. First column of every key.';

-- A principal is a database login or a token, never a flag. Rows are never removed.
CREATE TABLE ledger.principal (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL UNIQUE CHECK (length(login) BETWEEN 1 AND 63),
    kind text NOT NULL CHECK (kind IN ('login', 'token'))
);
COMMENT ON TABLE ledger.principal IS 'A database login or a token: who acted.';

CREATE TABLE ledger.role_change (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    principal_id integer NOT NULL REFERENCES ledger.principal,
    login text NOT NULL,
    role text NOT NULL CHECK (role IN (
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'public', 'owner'
    )),
    action text NOT NULL CHECK (action IN ('grant', 'revoke')),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.role_change IS 'History: who received or lost a role, and by which entry.';

-- Derived from role_change; verify proves it.
CREATE TABLE ledger.principal_role (
    jurisdiction_id integer NOT NULL,
    principal_id integer NOT NULL REFERENCES ledger.principal,
    role text NOT NULL,
    entry_id bigint NOT NULL,
    PRIMARY KEY (principal_id, jurisdiction_id, role)
);
COMMENT ON TABLE ledger.principal_role IS 'Roles held now.';

CREATE TABLE ledger.token_change (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    principal_id integer NOT NULL REFERENCES ledger.principal,
    token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
    role text NOT NULL,
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 50),
    expires_at timestamptz NOT NULL,
    action text NOT NULL CHECK (action IN ('issue', 'revoke')),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.token_change IS 'History: service tokens issued and revoked.';

-- Derived from token_change; verify proves it.
CREATE TABLE ledger.token (
    token_hash bytea PRIMARY KEY,
    jurisdiction_id integer NOT NULL,
    principal_id integer NOT NULL REFERENCES ledger.principal,
    role text NOT NULL,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE ledger.token IS 'Tokens in force; only their SHA-256 is kept.';

-- Signs the binding of a service transaction; only the owner of the schema can read it.
CREATE TABLE ledger.binding_key (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    inner_pad bytea NOT NULL CHECK (length(inner_pad) = 64),
    outer_pad bytea NOT NULL CHECK (length(outer_pad) = 64)
);
COMMENT ON TABLE ledger.binding_key IS 'The two keys that sign bound service transactions.';
