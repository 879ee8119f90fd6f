-- From the clerk's bank to the recipients, and from a fund to its grantees.

CREATE TABLE ledger.deposit (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    ticket text NOT NULL CHECK (length(ticket) BETWEEN 1 AND 60),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.deposit IS 'Undeposited money brought to the bank under a ticket.';

CREATE TABLE ledger.remittance (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    recipient_id integer NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.remittance IS 'Shares sent on to a recipient.';

CREATE TABLE ledger.fund_receipt (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    purse_id integer NOT NULL,
    received_from text NOT NULL CHECK (length(received_from) BETWEEN 1 AND 120),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.fund_receipt IS 'Money a fund received from outside its jurisdiction''s own courts.';

CREATE TABLE ledger.allotment (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    purse_id integer NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.allotment IS 'Authority of a federal fund apportioned and allotted (31 U.S.C. 1517).';

CREATE TABLE ledger.award (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    purse_id integer NOT NULL,
    authority_id integer NOT NULL,
    purpose text NOT NULL,
    grantee text NOT NULL CHECK (length(grantee) BETWEEN 1 AND 120),
    reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 60),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, reference)
);
COMMENT ON TABLE ledger.award IS 'A grant decided for a grantee: an organization, never a person.';

CREATE TABLE ledger.disbursement (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    award_id bigint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX disbursement_award ON ledger.disbursement (jurisdiction_id, award_id);
COMMENT ON TABLE ledger.disbursement IS 'Money paid under an award.';

CREATE TABLE ledger.deobligation (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    award_id bigint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX deobligation_award ON ledger.deobligation (jurisdiction_id, award_id);
COMMENT ON TABLE ledger.deobligation IS 'An unspent part of an award released to its purse.';
