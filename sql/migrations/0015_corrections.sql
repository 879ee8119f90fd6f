-- What goes wrong: money that leaves a docket again, and checks that nobody cashes.

-- The constraint holds every reason that landed before, and those by which money changes places.
DO $$
DECLARE
    v_name name;
BEGIN
    SELECT conname INTO STRICT v_name FROM pg_constraint
    WHERE conrelid = 'ledger.reversal'::regclass AND contype = 'c'
        AND pg_get_constraintdef(oid) LIKE '%misapplied%';
    EXECUTE format('ALTER TABLE ledger.reversal DROP CONSTRAINT %I', v_name);
END $$;
ALTER TABLE ledger.reversal ADD CONSTRAINT reversal_reason_check CHECK (reason IN (
    'returned_check', 'returned_ach', 'misapplied', 'void', 'reapplied', 'import_undone',
    'duplicate', 'identified'
));

CREATE TABLE ledger.refund (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    source text NOT NULL CHECK (length(source) BETWEEN 1 AND 60),
    number text NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id, source, number)
);
CREATE INDEX refund_docket ON ledger.refund (jurisdiction_id, docket_id);
COMMENT ON TABLE ledger.refund IS
'Money of a receipt that no debt takes and that was given back, or is payable, to its payer: it is never applied again.';
SELECT ledger.keep_history(
    90::smallint, 'refund', '{jurisdiction_id,entry_id,docket_id,source,number,amount_cents}',
    'r.source COLLATE "C", r.number COLLATE "C"'
);

CREATE TABLE ledger.vacatur (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    order_reference text NOT NULL CHECK (length(order_reference) BETWEEN 1 AND 60),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX vacatur_docket ON ledger.vacatur (jurisdiction_id, docket_id);
COMMENT ON TABLE ledger.vacatur IS
'An order that vacated a conviction in full or in part; what it frees of the money is refunded.';
SELECT ledger.keep_history(
    91::smallint, 'vacatur', '{jurisdiction_id,entry_id,docket_id,order_reference}'
);

CREATE TABLE ledger.check_void (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    check_id bigint NOT NULL,
    reason text NOT NULL CHECK (reason IN ('stale', 'lost', 'stopped')),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, check_id)
);
COMMENT ON TABLE ledger.check_void IS
'A check that will not be paid; its money waits, unclaimed, for the one it was payable to.';
SELECT ledger.keep_history(
    92::smallint, 'check_void', '{jurisdiction_id,entry_id,check_id,reason,amount_cents}'
);

CREATE TABLE ledger.unclaimed_payment (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    check_id bigint NOT NULL,
    paid_to text NOT NULL CHECK (paid_to IN ('owner', 'escheat')),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, check_id)
);
COMMENT ON TABLE ledger.unclaimed_payment IS
'How unclaimed money of a void check ended: paid to its owner by another check, or turned over to the state or the Treasury (28 U.S.C. 2042).';
SELECT ledger.keep_history(
    93::smallint, 'unclaimed_payment',
    '{jurisdiction_id,entry_id,check_id,paid_to,amount_cents}'
);

CREATE TABLE ledger.advance_repayment (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.advance_repayment IS
'What a court gave back to the general account that advanced money for refunds.';
SELECT ledger.keep_history(
    94::smallint, 'advance_repayment', '{jurisdiction_id,entry_id,fund_id,amount_cents}'
);
