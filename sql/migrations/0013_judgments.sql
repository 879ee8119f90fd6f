-- By when a judgment wants its debts paid.

CREATE TABLE ledger.instalment (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    number smallint NOT NULL CHECK (number > 0),
    due_on date NOT NULL CHECK (isfinite(due_on)),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (jurisdiction_id, entry_id, number)
);
CREATE INDEX instalment_debt ON ledger.instalment (jurisdiction_id, docket_id, debt_no);
COMMENT ON TABLE ledger.instalment IS
'By when a debt is to be paid, part by part; the newest schedule of a debt holds.';
SELECT ledger.keep_history(
    75::smallint, 'instalment',
    '{jurisdiction_id,entry_id,docket_id,debt_no,number,due_on,amount_cents}', 'r.number'
);
