-- The journal: every accepted or refused command, and the money it moved.

CREATE SEQUENCE ledger.entry_id AS bigint;

CREATE TABLE ledger.journal_entry (
    id bigint NOT NULL,
    docket_id bigint,
    reverses_entry_id bigint,
    recorded_at timestamptz NOT NULL,
    jurisdiction_id integer NOT NULL,
    principal_id integer NOT NULL,
    authority_id integer,
    effective_on date NOT NULL,
    posted_on date NOT NULL,
    kind text NOT NULL CHECK (kind <> ''),
    outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused')),
    request_key text CHECK (length(request_key) BETWEEN 1 AND 200),
    fingerprint bytea,
    memo text CHECK (length(memo) <= 200),
    PRIMARY KEY (jurisdiction_id, id)
);
COMMENT ON TABLE ledger.journal_entry IS
'The header of every accepted or refused command. effective_on: the court-local day in the world; posted_on: the accounting day; recorded_at: the database clock.';
CREATE UNIQUE INDEX journal_entry_request_key
ON ledger.journal_entry (jurisdiction_id, request_key) WHERE request_key IS NOT NULL;
CREATE INDEX journal_entry_docket
ON ledger.journal_entry (jurisdiction_id, docket_id) WHERE docket_id IS NOT NULL;
CREATE UNIQUE INDEX journal_entry_reverses
ON ledger.journal_entry (jurisdiction_id, reverses_entry_id) WHERE reverses_entry_id IS NOT NULL;

CREATE TABLE ledger.refusal (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    code text NOT NULL CHECK (code ~ '^LG[0-9]{3}$'),
    message text NOT NULL,
    detail text NOT NULL,
    hint text NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.refusal IS 'Why a refused command was refused; replayed for its request key.';

CREATE TABLE ledger.posting (
    entry_id bigint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    jurisdiction_id integer NOT NULL,
    purse_id integer NOT NULL,
    debit_account_id integer NOT NULL,
    credit_account_id integer NOT NULL,
    posted_on date NOT NULL,
    line smallint NOT NULL,
    debt_no smallint,
    share_no smallint,
    PRIMARY KEY (jurisdiction_id, entry_id, line),
    CHECK (debit_account_id <> credit_account_id)
);
COMMENT ON TABLE ledger.posting IS
'Moves amount_cents from the credited account to the debited account, within one purse and one set: an unbalanced entry cannot be represented.';

CREATE TABLE ledger.journal_tail (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    written_by xid8 NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.journal_tail IS 'Entries not yet sealed, and the transaction that wrote them.';

CREATE TABLE ledger.period_change (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    action text NOT NULL CHECK (action IN ('close', 'reopen')),
    closed_through date NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.period_change IS
'History of closing and reopening a fund''s months; closed_through is the last closed day after it.';

-- Derived from period_change; verify proves it.
CREATE TABLE ledger.fund_period (
    jurisdiction_id integer NOT NULL,
    fund_id integer NOT NULL,
    closed_through date NOT NULL,
    PRIMARY KEY (jurisdiction_id, fund_id)
);
COMMENT ON TABLE ledger.fund_period IS 'The last closed day of each fund: nothing is posted on or before it.';
