-- What time does to debts: interest, lateness, and the end of liability.

-- A late fact can show that less interest accrued than was posted.
ALTER TABLE ledger.debt_change DROP CONSTRAINT debt_change_check;
ALTER TABLE ledger.debt_change ADD CONSTRAINT debt_change_direction CHECK (CASE reason
    WHEN 'amended' THEN true
    WHEN 'interest' THEN true
    WHEN 'penalty' THEN amount_cents > 0
    ELSE amount_cents < 0 END);

CREATE TABLE ledger.interest_term (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    rate_millionths integer NOT NULL CHECK (rate_millionths BETWEEN 0 AND 1000000),
    first_liable_on date NOT NULL CHECK (isfinite(first_liable_on)),
    cap_cents bigint CHECK (cap_cents >= 0),
    ends_on date CHECK (isfinite(ends_on)),
    is_waived boolean NOT NULL,
    order_reference text CHECK (length(order_reference) BETWEEN 1 AND 60),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX interest_term_debt ON ledger.interest_term (jurisdiction_id, docket_id, debt_no);
COMMENT ON TABLE ledger.interest_term IS
'At which yearly rate a debt bears interest, from when, within what limits; the newest row holds.';
SELECT ledger.keep_history(
    80::smallint, 'interest_term', (
        '{jurisdiction_id,entry_id,docket_id,debt_no,rate_millionths,first_liable_on,cap_cents,'
        'ends_on,is_waived,order_reference}'
    )::text[]
);

CREATE TABLE ledger.delinquency_event (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    debt_no smallint NOT NULL,
    due_on date NOT NULL CHECK (isfinite(due_on)),
    stage text NOT NULL CHECK (stage IN ('delinquent', 'default')),
    principal_cents bigint NOT NULL CHECK (principal_cents > 0),
    penalty_cents bigint NOT NULL CHECK (penalty_cents >= 0),
    notice_by date NOT NULL,
    accelerated_due_on date CHECK ((accelerated_due_on IS NOT NULL) = (stage = 'default')),
    PRIMARY KEY (jurisdiction_id, docket_id, debt_no, due_on, stage)
);
CREATE UNIQUE INDEX delinquency_event_entry
ON ledger.delinquency_event (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.delinquency_event IS
'An instalment, named by its due day, that was delinquent or in default from the entry''s day on.';
SELECT ledger.keep_history(
    81::smallint, 'delinquency_event', (
        '{jurisdiction_id,entry_id,docket_id,debt_no,due_on,stage,principal_cents,penalty_cents,'
        'notice_by,accelerated_due_on}'
    )::text[]
);

CREATE TABLE ledger.liability_event (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    docket_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('released', 'died')),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX liability_event_docket ON ledger.liability_event (jurisdiction_id, docket_id);
COMMENT ON TABLE ledger.liability_event IS
'By what liability can end: release from prison, or death, on the effective day of the entry.';
SELECT ledger.keep_history(
    82::smallint, 'liability_event', '{jurisdiction_id,entry_id,docket_id,kind}'
);
