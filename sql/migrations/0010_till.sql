-- The till, where money comes from, and what went to the bank on which ticket.

-- A till is a source of receipts that was ever opened. Its receipts belong to the session in which
-- they were entered: those between its opening and its close, in the order of entries.
CREATE TABLE ledger.till_session (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    till text NOT NULL CHECK (length(till) BETWEEN 1 AND 60),
    change_fund_cents bigint NOT NULL CHECK (change_fund_cents >= 0),
    follows_close_id bigint,
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE NULLS NOT DISTINCT (jurisdiction_id, till, follows_close_id),
    FOREIGN KEY (jurisdiction_id, fund_id) REFERENCES ledger.fund (jurisdiction_id, id)
);
CREATE INDEX till_session_till ON ledger.till_session (jurisdiction_id, till, entry_id);
COMMENT ON TABLE ledger.till_session IS
'A cashier''s day: who opened a till with how much change. Each session of a till follows the close of the one before, so two are never open at once.';

CREATE TABLE ledger.till_count (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    session_id bigint NOT NULL,
    counted_by integer NOT NULL REFERENCES ledger.principal,
    cash_cents bigint NOT NULL CHECK (cash_cents >= 0),
    denomination_cents integer[] NOT NULL,
    pieces integer[] NOT NULL,
    check_cents bigint CHECK (check_cents >= 0),
    check_count integer CHECK (check_count >= 0),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, entry_id, session_id, counted_by),
    FOREIGN KEY (jurisdiction_id, session_id)
    REFERENCES ledger.till_session (jurisdiction_id, entry_id),
    CHECK (cardinality(denomination_cents) = cardinality(pieces))
);
COMMENT ON TABLE ledger.till_count IS
'What one person counted in a till, without being shown what was expected.';

CREATE TABLE ledger.till_close (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    session_id bigint NOT NULL,
    first_count_id bigint NOT NULL,
    first_counted_by integer NOT NULL,
    second_count_id bigint NOT NULL,
    second_counted_by integer NOT NULL,
    expected_cents bigint NOT NULL,
    counted_cents bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, session_id),
    FOREIGN KEY (jurisdiction_id, first_count_id, session_id, first_counted_by)
    REFERENCES ledger.till_count (jurisdiction_id, entry_id, session_id, counted_by),
    FOREIGN KEY (jurisdiction_id, second_count_id, session_id, second_counted_by)
    REFERENCES ledger.till_count (jurisdiction_id, entry_id, session_id, counted_by),
    CHECK (first_counted_by <> second_counted_by)
);
COMMENT ON TABLE ledger.till_close IS
'The end of a session: two people counted the same cash, which may be over or short of what was expected.';
ALTER TABLE ledger.till_session ADD FOREIGN KEY (jurisdiction_id, follows_close_id)
REFERENCES ledger.till_close (jurisdiction_id, entry_id);

-- An ordinary payment has no row.
CREATE TABLE ledger.receipt_origin (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    origin text NOT NULL CHECK (origin IN ('bond', 'windfall')),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.receipt_origin IS
'Where the money of a receipt came from, when it is no ordinary payment: bond money (28 U.S.C. 2044) or resources received while incarcerated (18 U.S.C. 3664(n)).';

-- Money goes to the bank once.
CREATE TABLE ledger.deposit_receipt (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id, receipt_id),
    UNIQUE (jurisdiction_id, receipt_id)
);
COMMENT ON TABLE ledger.deposit_receipt IS
'Which receipts a deposit ticket took to the bank; each is on one ticket at most.';

CREATE TABLE ledger.deposit_difference (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    close_id bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id, close_id),
    UNIQUE (jurisdiction_id, close_id),
    FOREIGN KEY (jurisdiction_id, close_id) REFERENCES ledger.till_close (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.deposit_difference IS
'Which cash over or short of closed tills went along with the receipts of a deposit ticket.';

SELECT ledger.keep_history(
    50::smallint, 'till_session',
    '{jurisdiction_id,entry_id,fund_id,till,change_fund_cents,follows_close_id}', 'r.entry_id'
);
SELECT ledger.keep_history(
    51::smallint, 'till_count',
    '{jurisdiction_id,entry_id,session_id,counted_by,cash_cents,denomination_cents,pieces,
    check_cents,check_count}', 'r.entry_id'
);
SELECT ledger.keep_history(
    52::smallint, 'till_close',
    '{jurisdiction_id,entry_id,session_id,first_count_id,first_counted_by,second_count_id,
    second_counted_by,expected_cents,counted_cents}', 'r.entry_id'
);
SELECT ledger.keep_history(
    53::smallint, 'receipt_origin', '{jurisdiction_id,entry_id,origin}', 'r.entry_id'
);
SELECT ledger.keep_history(
    54::smallint, 'deposit_receipt', '{jurisdiction_id,entry_id,receipt_id}',
    'r.entry_id, r.receipt_id'
);
SELECT ledger.keep_history(
    55::smallint, 'deposit_difference', '{jurisdiction_id,entry_id,close_id}',
    'r.entry_id, r.close_id'
);
