-- Tamper evidence and instant balances come from one act: sealing a run of entries.

CREATE TABLE ledger.block (
    jurisdiction_id integer NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    first_entry_number bigint NOT NULL,
    entry_count integer NOT NULL CHECK (entry_count > 0),
    posting_count bigint NOT NULL,
    posted_cents numeric NOT NULL,
    sealed_at timestamptz NOT NULL,
    root_hash bytea NOT NULL CHECK (length(root_hash) = 32),
    column_digests text[] NOT NULL,
    previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (jurisdiction_id, number)
);
COMMENT ON TABLE ledger.block IS
'A sealed run of entries: Merkle root (RFC 6962 shape), totals, and the hash of the block before it. column_digests let verify name an altered column.';

CREATE TABLE ledger.sealed_entry (
    jurisdiction_id integer NOT NULL,
    number bigint NOT NULL,
    entry_id bigint NOT NULL,
    leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
    PRIMARY KEY (jurisdiction_id, number)
);
CREATE UNIQUE INDEX sealed_entry_entry ON ledger.sealed_entry (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.sealed_entry IS
'The gapless number of an entry within its jurisdiction, and the hash of everything it wrote.';

-- Derived from sealed postings; verify proves it.
CREATE TABLE ledger.balance_day (
    jurisdiction_id integer NOT NULL,
    account_id integer NOT NULL,
    purse_id integer NOT NULL,
    posted_on date NOT NULL,
    debit_cents bigint NOT NULL,
    credit_cents bigint NOT NULL,
    first_entry_id bigint NOT NULL,
    last_entry_id bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, account_id, purse_id, posted_on)
) WITH (fillfactor = 80);
COMMENT ON TABLE ledger.balance_day IS
'What moved in an account and purse on a day, and between which entries it stands.';

-- The order of this list is the order of rows inside a leaf; a change of the list is a new version.
CREATE TABLE ledger.sealed_table (
    tag smallint PRIMARY KEY,
    table_name text NOT NULL UNIQUE,
    columns text[] NOT NULL,
    row_order text NOT NULL,
    entry_column text NOT NULL DEFAULT 'entry_id',
    jurisdiction_column text NOT NULL DEFAULT 'jurisdiction_id'
);
COMMENT ON TABLE ledger.sealed_table IS
'Which rows and columns a leaf is made of; row_order sorts the rows of one entry.';
