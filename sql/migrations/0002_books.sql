-- The books: what the law allows, whose money it is, and where it is kept.

CREATE TABLE ledger.authority (
    jurisdiction_id integer NOT NULL,
    id integer GENERATED ALWAYS AS IDENTITY,
    entry_id bigint NOT NULL,
    rule text NOT NULL CHECK (length(rule) BETWEEN 1 AND 60),
    version text NOT NULL CHECK (length(version) BETWEEN 1 AND 60),
    citation text NOT NULL CHECK (length(citation) BETWEEN 1 AND 120),
    source text NOT NULL,
    debt_kind text NOT NULL,
    effective_from date NOT NULL,
    effective_to date,
    share_roles text[] NOT NULL,
    minimum_cents bigint,
    maximum_cents bigint,
    rule_digest bytea NOT NULL CHECK (length(rule_digest) = 32),
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, rule, version),
    CHECK (effective_to >= effective_from)
);
COMMENT ON TABLE ledger.authority IS
'Statute, section and version on which money is assessed, split or spent; window by date of judgment.';

CREATE TABLE ledger.payment_rank (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    payment_order text NOT NULL CHECK (length(payment_order) BETWEEN 1 AND 60),
    debt_kind text NOT NULL CHECK (debt_kind ~ '^[a-z_]{1,40}$'),
    rank smallint NOT NULL,
    is_gated boolean NOT NULL,
    is_gating boolean NOT NULL,
    citation text NOT NULL,
    PRIMARY KEY (jurisdiction_id, payment_order, debt_kind)
);
COMMENT ON TABLE ledger.payment_rank IS
'Which kind of debt is paid before which, and the gate of 18 U.S.C. 3014(b), per payment order.';

CREATE TABLE ledger.fund (
    jurisdiction_id integer NOT NULL,
    id integer GENERATED ALWAYS AS IDENTITY,
    entry_id bigint NOT NULL,
    code text NOT NULL CHECK (code ~ '^[a-z0-9-]{1,40}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    kind text NOT NULL CHECK (kind IN (
        'custodial', 'custodial_federal', 'special_revenue', 'federal'
    )),
    fiscal_year_start_month smallint NOT NULL CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, code)
);
COMMENT ON TABLE ledger.fund IS 'Money set apart by law, with its own self-balancing books.';

CREATE TABLE ledger.purpose (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    code text NOT NULL CHECK (code ~ '^[a-z_]{1,40}$'),
    PRIMARY KEY (jurisdiction_id, code)
);
COMMENT ON TABLE ledger.purpose IS 'What money may be spent on.';

CREATE TABLE ledger.purse (
    jurisdiction_id integer NOT NULL,
    id integer GENERATED ALWAYS AS IDENTITY,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    purpose text NOT NULL,
    year_of_availability smallint NOT NULL CHECK (year_of_availability BETWEEN 0 AND 2999),
    allowed_purposes text[] NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, fund_id, purpose, year_of_availability),
    FOREIGN KEY (jurisdiction_id, fund_id) REFERENCES ledger.fund (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, purpose) REFERENCES ledger.purpose (jurisdiction_id, code)
);
COMMENT ON TABLE ledger.purse IS
'The unit of restriction and funds control: fund, purpose, year of availability (0 = no-year).';

CREATE TABLE ledger.recipient (
    jurisdiction_id integer NOT NULL,
    id integer GENERATED ALWAYS AS IDENTITY,
    entry_id bigint NOT NULL,
    code text NOT NULL CHECK (code ~ '^[a-z0-9-]{1,40}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    roles text[] NOT NULL,
    own_purse_id integer,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, code),
    FOREIGN KEY (jurisdiction_id, own_purse_id) REFERENCES ledger.purse (jurisdiction_id, id)
);
COMMENT ON TABLE ledger.recipient IS
'Who a statutory share goes to; own_purse_id when it is a fund of the same jurisdiction.';

CREATE TABLE ledger.account (
    jurisdiction_id integer NOT NULL,
    id integer GENERATED ALWAYS AS IDENTITY,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    account_set text NOT NULL CHECK (account_set IN ('proprietary', 'budgetary')),
    number text NOT NULL CHECK (length(number) BETWEEN 1 AND 20),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    class text NOT NULL CHECK (class IN (
        'asset', 'liability', 'deferred_inflow', 'fund_balance', 'revenue', 'expenditure',
        'transfer_in', 'transfer_out', 'budgetary'
    )),
    normal_side text NOT NULL CHECK (normal_side IN ('debit', 'credit')),
    role text NOT NULL CHECK (role ~ '^[a-z_]{1,40}$'),
    recipient_id integer,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, fund_id, number),
    UNIQUE NULLS NOT DISTINCT (jurisdiction_id, fund_id, role, recipient_id),
    CHECK ((account_set = 'budgetary') = (class = 'budgetary')),
    FOREIGN KEY (jurisdiction_id, fund_id) REFERENCES ledger.fund (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, recipient_id)
    REFERENCES ledger.recipient (jurisdiction_id, id)
);
COMMENT ON TABLE ledger.account IS
'A place in a fund''s chart of accounts; role says which part it plays in the posting rules.';
