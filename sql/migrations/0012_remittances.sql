-- What was sent on, tied to the shares it pays, and what follows from that.

-- A share may be named by one remittance only, whoever sends it: that is the primary key.
CREATE TABLE ledger.remittance_line (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    recipient_id integer NOT NULL,
    paid_entry_id bigint NOT NULL,
    paid_line smallint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
    PRIMARY KEY (jurisdiction_id, paid_entry_id, paid_line, recipient_id)
);
CREATE INDEX remittance_line_entry ON ledger.remittance_line (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.remittance_line IS
'A posting to what is due to a recipient that a remittance settles: shares, and negative what was taken back after it had been sent. A remittance is the sum of its lines.';
SELECT ledger.keep_history(
    65::smallint, 'remittance_line',
    '{jurisdiction_id,entry_id,recipient_id,paid_entry_id,paid_line,amount_cents}',
    'r.paid_entry_id, r.paid_line, r.recipient_id'
);

CREATE TABLE ledger.remittance_run (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    through date NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.remittance_run IS
'A batch that sent to every recipient what was received up to a day and released.';
SELECT ledger.keep_history(
    66::smallint, 'remittance_run', '{jurisdiction_id,entry_id,fund_id,through}'
);

CREATE TABLE ledger.run_remittance (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    remittance_id bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id, remittance_id)
);
COMMENT ON TABLE ledger.run_remittance IS 'The remittances that a batch made.';
SELECT ledger.keep_history(
    67::smallint, 'run_remittance', '{jurisdiction_id,entry_id,remittance_id}',
    'r.remittance_id'
);

CREATE TABLE ledger.repayment (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    recipient_id integer NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.repayment IS
'Money that a recipient gave back for shares that were taken back after they had been sent.';
SELECT ledger.keep_history(
    68::smallint, 'repayment', '{jurisdiction_id,entry_id,recipient_id,amount_cents}'
);

CREATE TABLE ledger.check_issued (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    payable_to text NOT NULL CHECK (length(payable_to) BETWEEN 1 AND 60),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, fund_id, number)
);
COMMENT ON TABLE ledger.check_issued IS
'A check drawn on the bank account of a court''s fund by the entry that paid; payable_to is a recipient''s code or a token, never a name.';
SELECT ledger.keep_history(
    69::smallint, 'check_issued',
    '{jurisdiction_id,entry_id,fund_id,number,payable_to,amount_cents}'
);

-- collected: 18 U.S.C. 3014(d), an amount equal to the assessments collected.
-- health: 3014(h)(1), the same amount again within its yearly limits.
CREATE TABLE ledger.fund_transfer (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    purse_id integer NOT NULL,
    clause text NOT NULL CHECK (clause IN ('3014(d)', '3014(h)(1)')),
    covers_from date NOT NULL,
    covers_through date NOT NULL,
    basis_cents bigint NOT NULL,
    amount_cents bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id),
    CHECK (covers_from <= covers_through)
);
COMMENT ON TABLE ledger.fund_transfer IS
'Money transferred into a fund by law: the basis that its clause names, all of it up to the last day covered, and what was still to be transferred then (negative: taken back).';
SELECT ledger.keep_history(
    70::smallint, 'fund_transfer',
    '{jurisdiction_id,entry_id,purse_id,clause,covers_from,covers_through,basis_cents,amount_cents}'
);
