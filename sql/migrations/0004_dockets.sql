-- What a judgment orders, who gets which share, and what was received.

CREATE TABLE ledger.docket (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    reference_commitment bytea NOT NULL CHECK (length(reference_commitment) = 32),
    judgment_on date NOT NULL,
    is_entity boolean NOT NULL,
    payment_order text NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.docket IS
'A court case, named by the entry that opened it. The commitment is SHA-256 of salt and reference.';

CREATE TABLE ledger.docket_reference (
    jurisdiction_id integer NOT NULL,
    docket_id bigint NOT NULL,
    reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 60),
    salt bytea NOT NULL CHECK (length(salt) = 16),
    PRIMARY KEY (jurisdiction_id, reference),
    UNIQUE (jurisdiction_id, docket_id)
);
COMMENT ON TABLE ledger.docket_reference IS
'The court-issued reference of a docket, outside the seal so that an order to expunge can be obeyed.';

CREATE TABLE ledger.share_plan (
    jurisdiction_id integer NOT NULL,
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    tier smallint[] NOT NULL,
    weight bigint[] NOT NULL,
    tier_cap_cents bigint[] NOT NULL,
    due_to_account_id integer[] NOT NULL,
    own_purse_id integer[] NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, tier, weight, tier_cap_cents, due_to_account_id),
    CHECK (cardinality(tier) = cardinality(weight)),
    CHECK (cardinality(tier) = cardinality(due_to_account_id)),
    CHECK (cardinality(tier) = cardinality(own_purse_id)),
    CHECK (0 < ALL (weight))
);
COMMENT ON TABLE ledger.share_plan IS
'How a debt''s money is shared: tiers filled in order (cap NULL = no end), weights within a tier, one element per share.';

CREATE TABLE ledger.debt (
    jurisdiction_id integer NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    entry_id bigint NOT NULL,
    authority_id integer NOT NULL,
    share_plan_id bigint NOT NULL,
    kind text NOT NULL,
    rank smallint NOT NULL,
    is_gated boolean NOT NULL,
    is_gating boolean NOT NULL,
    grade text NOT NULL,
    counts smallint NOT NULL CHECK (counts > 0),
    ordered_cents bigint NOT NULL CHECK (ordered_cents > 0),
    PRIMARY KEY (jurisdiction_id, docket_id, debt_no),
    UNIQUE (jurisdiction_id, entry_id, debt_no)
);
COMMENT ON TABLE ledger.debt IS
'One item ordered on a docket. A gated debt is payable only when no gating debt is open (18 U.S.C. 3014(b)).';

-- Derived from postings under the docket's lock; verify proves it.
CREATE TABLE ledger.debt_total (
    jurisdiction_id integer NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    applied_cents bigint NOT NULL CHECK (applied_cents >= 0),
    held_cents bigint[] NOT NULL,
    PRIMARY KEY (jurisdiction_id, docket_id, debt_no)
) WITH (fillfactor = 70);
COMMENT ON TABLE ledger.debt_total IS
'What was applied to a debt and what each share holds of it; its rows are the docket''s lock.';

CREATE TABLE ledger.receipt (
    entry_id bigint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    jurisdiction_id integer NOT NULL,
    source text NOT NULL CHECK (length(source) BETWEEN 1 AND 60),
    number text NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
    method text NOT NULL CHECK (method IN ('cash', 'check', 'card', 'ach', 'wire', 'other')),
    payer_reference text CHECK (length(payer_reference) <= 60),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX receipt_number ON ledger.receipt (jurisdiction_id, source, number);
COMMENT ON TABLE ledger.receipt IS
'Money received. source: the till or the file it came from; number: names one standing receipt of the source.';

-- One numbered book per till: the row is locked last and a batch takes a range.
CREATE TABLE ledger.receipt_book (
    jurisdiction_id integer NOT NULL,
    source text NOT NULL,
    last_number bigint NOT NULL CHECK (last_number >= 0),
    PRIMARY KEY (jurisdiction_id, source)
);
COMMENT ON TABLE ledger.receipt_book IS 'The last receipt number given by each till.';

CREATE TABLE ledger.reversal (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    reverses_entry_id bigint NOT NULL,
    reason text NOT NULL CHECK (reason IN (
        'returned_check', 'returned_ach', 'misapplied', 'void', 'reapplied'
    )),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.reversal IS 'An exact mirror of an earlier entry, and why.';
