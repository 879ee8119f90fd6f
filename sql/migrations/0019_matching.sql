-- How lines of statements are explained by the books: by rules, by persons, each line once.

CREATE TABLE ledger.match_rules (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    bank_account_id bigint NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, bank_account_id, version)
);
COMMENT ON TABLE ledger.match_rules IS
'A set of rules by which the lines of a bank account are matched; the newest version holds.';
SELECT ledger.keep_history(
    130::smallint, 'match_rules', '{jurisdiction_id,entry_id,bank_account_id,version}'
);

CREATE TABLE ledger.match_rule (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    rule_no smallint NOT NULL CHECK (rule_no > 0),
    name text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
    pass text NOT NULL CHECK (pass IN (
        'reference', 'reference_amount', 'batch', 'group', 'returned', 'amount', 'bucket',
        'shared', 'subset', 'names'
    )),
    kinds text[] NOT NULL,
    days_before smallint NOT NULL CHECK (days_before BETWEEN 0 AND 2000),
    days_after smallint NOT NULL CHECK (days_after BETWEEN 0 AND 2000),
    tolerance_minor bigint NOT NULL CHECK (tolerance_minor >= 0),
    may_confirm boolean NOT NULL,
    difference_role text CHECK (difference_role ~ '^[a-z_]{1,40}$'),
    PRIMARY KEY (jurisdiction_id, entry_id, rule_no),
    CHECK (NOT may_confirm OR pass NOT IN ('reference_amount', 'names')),
    CHECK (tolerance_minor = 0 OR pass IN ('reference_amount', 'names'))
);
COMMENT ON TABLE ledger.match_rule IS
'One rule of a set, surest first: which pass, by which kinds of references, how many banking days the bank may be before or after the books, and whether it may confirm. difference_role: the account to which a person may post what differs.';
SELECT ledger.keep_history(
    131::smallint, 'match_rule',
    '{jurisdiction_id,entry_id,rule_no,name,pass,kinds,days_before,days_after,'
    'tolerance_minor,may_confirm,difference_role}',
    'r.rule_no'
);

CREATE TABLE ledger.match_pass (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    bank_account_id bigint NOT NULL,
    rules_id bigint NOT NULL,
    rule_no smallint NOT NULL,
    run_key text NOT NULL CHECK (length(run_key) BETWEEN 1 AND 200),
    as_of date NOT NULL,
    watermark bigint NOT NULL,
    statement_count integer NOT NULL CHECK (statement_count >= 0),
    book_count integer NOT NULL CHECK (book_count >= 0),
    confirmed_count integer NOT NULL CHECK (confirmed_count >= 0),
    proposed_count integer NOT NULL CHECK (proposed_count >= 0),
    ambiguous_count integer NOT NULL CHECK (ambiguous_count >= 0),
    dissolved_count integer NOT NULL CHECK (dissolved_count >= 0),
    result_hash bytea NOT NULL CHECK (length(result_hash) = 32),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, bank_account_id, run_key, rule_no)
);
COMMENT ON TABLE ledger.match_pass IS
'One rule of a run, done in one transaction: what was open on both sides, up to which entry the ledger was read, what was found, and SHA-256 of it in its order.';
SELECT ledger.keep_history(
    132::smallint, 'match_pass',
    '{jurisdiction_id,entry_id,bank_account_id,rules_id,rule_no,run_key,as_of,watermark,'
    'statement_count,book_count,confirmed_count,proposed_count,ambiguous_count,'
    'dissolved_count,result_hash}'
);

CREATE TABLE ledger.match (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    match_no integer NOT NULL CHECK (match_no > 0),
    bank_account_id bigint NOT NULL,
    pass_id bigint,
    rule_no smallint,
    state text NOT NULL CHECK (state IN ('confirmed', 'proposed', 'ambiguous', 'accepted')),
    key text CHECK (length(key) BETWEEN 1 AND 120),
    difference_minor bigint NOT NULL,
    days smallint,
    statement_rivals integer NOT NULL CHECK (statement_rivals >= 0),
    book_rivals integer NOT NULL CHECK (book_rivals >= 0),
    reason text CHECK (length(reason) BETWEEN 1 AND 200),
    PRIMARY KEY (jurisdiction_id, entry_id, match_no),
    CHECK ((state = 'accepted') = (pass_id IS NULL)),
    CHECK ((pass_id IS NULL) = (rule_no IS NULL)),
    CHECK (difference_minor = 0 OR state IN ('proposed', 'ambiguous'))
);
COMMENT ON TABLE ledger.match IS
'Lines of a statement tied to lines of the books, and why: the rule of the pass, the key that both sides have, what differs (statement less books; banking days after the books), and how many further lines of each side would have fitted. Accepted: made by a person.';
CREATE INDEX match_account ON ledger.match (jurisdiction_id, bank_account_id, state)
WHERE state IN ('proposed', 'ambiguous');
SELECT ledger.keep_history(
    133::smallint, 'match',
    '{jurisdiction_id,entry_id,match_no,bank_account_id,pass_id,rule_no,state,key,'
    'difference_minor,days,statement_rivals,book_rivals,reason}',
    'r.match_no'
);
SELECT ledger.guard_texts('match', '{reason}', '{key}');

-- Members come before their match, which then holds for good what they are.
CREATE TABLE ledger.match_statement_line (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    match_no integer NOT NULL,
    statement_id bigint NOT NULL,
    ordinal integer NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
    PRIMARY KEY (jurisdiction_id, entry_id, match_no, statement_id, ordinal)
);
CREATE INDEX match_statement_line_line
ON ledger.match_statement_line (jurisdiction_id, statement_id, ordinal);
COMMENT ON TABLE ledger.match_statement_line IS
'A line of a statement, or a part of its amount, that a match ties.';
SELECT ledger.keep_history(
    134::smallint, 'match_statement_line',
    '{jurisdiction_id,entry_id,match_no,statement_id,ordinal,amount_minor}',
    'r.match_no, r.statement_id, r.ordinal'
);

CREATE TABLE ledger.match_book_line (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    match_no integer NOT NULL,
    account_id integer NOT NULL,
    book_entry_id bigint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
    PRIMARY KEY (jurisdiction_id, entry_id, match_no, book_entry_id)
);
CREATE INDEX match_book_line_line ON ledger.match_book_line (jurisdiction_id, book_entry_id);
COMMENT ON TABLE ledger.match_book_line IS
'What an entry moved on the account that a bank proves, or a part of it, that a match ties.';
SELECT ledger.keep_history(
    135::smallint, 'match_book_line',
    '{jurisdiction_id,entry_id,match_no,account_id,book_entry_id,amount_cents}',
    'r.match_no, r.book_entry_id'
);

CREATE TABLE ledger.match_change (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    match_entry_id bigint NOT NULL,
    match_no integer NOT NULL,
    change text NOT NULL CHECK (change IN ('accepted', 'rejected', 'dissolved')),
    reason text CHECK (length(reason) BETWEEN 1 AND 200),
    PRIMARY KEY (jurisdiction_id, match_entry_id, match_no, change)
);
CREATE INDEX match_change_entry ON ledger.match_change (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.match_change IS
'What became of a match: a proposal accepted or rejected, or any match dissolved.';
SELECT ledger.keep_history(
    136::smallint, 'match_change',
    '{jurisdiction_id,entry_id,match_entry_id,match_no,change,reason}',
    'r.match_entry_id, r.match_no, r.change COLLATE "C"'
);
SELECT ledger.guard_texts('match_change', '{reason}');

-- Derived from the matches that stand; verify proves them.
CREATE TABLE ledger.statement_claim (
    jurisdiction_id integer NOT NULL,
    statement_id bigint NOT NULL,
    ordinal integer NOT NULL,
    amount_minor bigint NOT NULL,
    claimed_minor bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, statement_id, ordinal),
    CONSTRAINT claimed_once
    CHECK (claimed_minor BETWEEN least(amount_minor, 0) AND greatest(amount_minor, 0))
) WITH (fillfactor = 90);
COMMENT ON TABLE ledger.statement_claim IS
'How much of a line of a statement is explained: never more than all of it.';
SELECT ledger.bind_rows('statement_claim');

CREATE TABLE ledger.book_claim (
    jurisdiction_id integer NOT NULL,
    account_id integer NOT NULL,
    book_entry_id bigint NOT NULL,
    amount_cents bigint NOT NULL,
    claimed_cents bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, account_id, book_entry_id),
    CONSTRAINT claimed_once
    CHECK (claimed_cents BETWEEN least(amount_cents, 0) AND greatest(amount_cents, 0))
) WITH (fillfactor = 90);
COMMENT ON TABLE ledger.book_claim IS
'How much of what an entry moved on an account was seen by its bank: never more than all of it.';
SELECT ledger.bind_rows('book_claim');
