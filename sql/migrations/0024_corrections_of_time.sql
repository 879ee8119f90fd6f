-- What a late fact takes back of a penalty, and the law by which a debt was changed.

ALTER TABLE ledger.debt_change DROP CONSTRAINT debt_change_direction;
ALTER TABLE ledger.debt_change ADD CONSTRAINT debt_change_direction
CHECK (reason IN ('amended', 'interest', 'penalty') OR amount_cents < 0);

CREATE TABLE ledger.penalty_correction (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    due_on date NOT NULL CHECK (isfinite(due_on)),
    stage text NOT NULL CHECK (stage IN ('delinquent', 'default')),
    principal_cents bigint NOT NULL CHECK (principal_cents >= 0),
    amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX penalty_correction_debt
ON ledger.penalty_correction (jurisdiction_id, docket_id, debt_no);
COMMENT ON TABLE ledger.penalty_correction IS
'What a later known fact added to the penalty of a delinquency or default (negative: took off), and the principal on which it is reckoned since.';
SELECT ledger.keep_history(
    170::smallint, 'penalty_correction', (
        '{jurisdiction_id,entry_id,docket_id,debt_no,due_on,stage,principal_cents,amount_cents}'
    )::text[]
);

CREATE TABLE ledger.change_citation (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    citation text NOT NULL CHECK (length(citation) BETWEEN 1 AND 120),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.change_citation IS 'The law by which an entry changed what is owed.';
SELECT ledger.keep_history(
    171::smallint, 'change_citation', '{jurisdiction_id,entry_id,citation}'
);
