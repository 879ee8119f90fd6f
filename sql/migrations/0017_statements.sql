-- What banks say: their accounts, the files that came from them, and each line as it was written.

CREATE TABLE ledger.bank_account (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
    account_id integer NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, code),
    FOREIGN KEY (jurisdiction_id, account_id) REFERENCES ledger.account (jurisdiction_id, id)
);
COMMENT ON TABLE ledger.bank_account IS
'An account at a bank or the Treasury, and the account of a fund whose balance it proves.';
SELECT ledger.keep_history(
    110::smallint, 'bank_account', '{jurisdiction_id,entry_id,code,account_id,currency}'
);

-- The number itself is nowhere: a file's number is hashed with each salt and compared.
CREATE TABLE ledger.bank_account_number (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    bank_account_id bigint NOT NULL,
    salt bytea NOT NULL CHECK (length(salt) = 16),
    commitment bytea NOT NULL CHECK (length(commitment) = 32),
    last_four text NOT NULL CHECK (length(last_four) BETWEEN 1 AND 4),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.bank_account_number IS
'How files name a bank account: salted SHA-256 of the number, and its last four characters to be shown.';
SELECT ledger.keep_history(
    111::smallint, 'bank_account_number',
    '{jurisdiction_id,entry_id,bank_account_id,salt,commitment,last_four}'
);

CREATE TABLE ledger.statement_source (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    name text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
    version integer NOT NULL CHECK (version > 0),
    format text NOT NULL CHECK (format ~ '^[a-z0-9]{1,20}$'),
    mapping text NOT NULL CHECK (length(mapping) BETWEEN 1 AND 20000),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, name, version)
);
COMMENT ON TABLE ledger.statement_source IS
'How the files of a source are read, as declared; the newest version holds, and files keep theirs.';
SELECT ledger.keep_history(
    112::smallint, 'statement_source', '{jurisdiction_id,entry_id,name,version,format,mapping}'
);
SELECT ledger.guard_texts('statement_source', '{mapping}');

CREATE TABLE ledger.statement_file (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    source_id bigint,
    format text NOT NULL CHECK (format ~ '^[a-z0-9]{1,20}$'),
    file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 120 AND file_name !~ '/'),
    file_digest bytea NOT NULL CHECK (length(file_digest) = 32),
    byte_count bigint NOT NULL CHECK (byte_count >= 0),
    parser_version integer NOT NULL,
    reference_version integer NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('accepted', 'quarantined', 'rejected')),
    controls text NOT NULL CHECK (length(controls) <= 100000),
    statement_count integer NOT NULL CHECK (statement_count >= 0),
    line_count bigint NOT NULL CHECK (line_count >= 0),
    finding_count integer NOT NULL CHECK (finding_count >= 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE UNIQUE INDEX statement_file_digest ON ledger.statement_file (
    jurisdiction_id, file_digest, format, coalesce(source_id, 0), parser_version,
    reference_version
);
COMMENT ON TABLE ledger.statement_file IS
'A file of statements as it was read; the same bytes are read once, unless they are read otherwise. Of a rejected file nothing else is kept but its findings.';
SELECT ledger.keep_history(
    113::smallint, 'statement_file',
    '{jurisdiction_id,entry_id,source_id,format,file_name,file_digest,byte_count,'
    'parser_version,reference_version,verdict,controls,statement_count,line_count,'
    'finding_count}'
);
SELECT ledger.guard_texts('statement_file', '{file_name}');

CREATE TABLE ledger.statement (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    file_id bigint NOT NULL,
    statement_no integer NOT NULL CHECK (statement_no > 0),
    bank_account_id bigint NOT NULL,
    identity text NOT NULL CHECK (length(identity) <= 140),
    sequence text CHECK (length(sequence) BETWEEN 1 AND 40),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    is_interim boolean NOT NULL,
    from_on date,
    to_on date,
    opening_minor bigint,
    closing_minor bigint,
    line_count integer NOT NULL CHECK (line_count >= 0),
    credit_count integer NOT NULL CHECK (credit_count >= 0),
    credits_minor bigint NOT NULL CHECK (credits_minor >= 0),
    debit_count integer NOT NULL CHECK (debit_count >= 0),
    debits_minor bigint NOT NULL CHECK (debits_minor >= 0),
    verdict text NOT NULL CHECK (verdict IN ('accepted', 'quarantined')),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, file_id, statement_no),
    CHECK (from_on <= to_on),
    CHECK (
        verdict <> 'accepted' OR closing_minor::numeric - opening_minor
        IS NOT DISTINCT FROM credits_minor::numeric - debits_minor
        OR opening_minor IS NULL OR closing_minor IS NULL
    )
);
CREATE INDEX statement_account ON ledger.statement (jurisdiction_id, bank_account_id, to_on);
COMMENT ON TABLE ledger.statement IS
'What a bank says about an account over some days, in minor units of the currency. is_interim: a report before the books of the day are closed, shown and never counted.';
SELECT ledger.keep_history(
    114::smallint, 'statement',
    '{jurisdiction_id,entry_id,file_id,statement_no,bank_account_id,identity,sequence,'
    'currency,is_interim,from_on,to_on,opening_minor,closing_minor,line_count,'
    'credit_count,credits_minor,debit_count,debits_minor,verdict}'
);
SELECT ledger.guard_texts('statement', '{}', '{identity,sequence}');

CREATE TABLE ledger.statement_line (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    statement_id bigint NOT NULL,
    ordinal integer NOT NULL CHECK (ordinal > 0),
    booked_on date,
    value_on date,
    amount_minor bigint NOT NULL,
    currency text NOT NULL CHECK (length(currency) = 3),
    status text NOT NULL CHECK (status IN ('booked', 'pending', 'information', 'future')),
    type_code text NOT NULL CHECK (length(type_code) <= 40),
    text text NOT NULL CHECK (length(text) <= 500),
    first_byte bigint NOT NULL CHECK (first_byte >= 0),
    end_byte bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, statement_id, ordinal),
    CHECK (end_byte >= first_byte)
);
CREATE INDEX statement_line_entry ON ledger.statement_line (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.statement_line IS
'A movement as the bank tells it, named by its statement and its place there; above zero into the account. Bytes: where the file says it.';
SELECT ledger.keep_history(
    115::smallint, 'statement_line',
    '{jurisdiction_id,entry_id,statement_id,ordinal,booked_on,value_on,amount_minor,'
    'currency,status,type_code,text,first_byte,end_byte}',
    'r.statement_id, r.ordinal'
);
SELECT ledger.guard_texts('statement_line', '{text}', '{type_code}');

CREATE TABLE ledger.statement_reference (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    statement_id bigint NOT NULL,
    ordinal integer NOT NULL,
    reference_no smallint NOT NULL CHECK (reference_no > 0),
    kind text NOT NULL CHECK (kind ~ '^[A-Za-z]{1,20}$'),
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
    PRIMARY KEY (jurisdiction_id, statement_id, ordinal, reference_no)
);
CREATE INDEX statement_reference_entry ON ledger.statement_reference (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.statement_reference IS
'What a line gives to itself or to what it pays: the names by which it is matched.';
SELECT ledger.keep_history(
    116::smallint, 'statement_reference',
    '{jurisdiction_id,entry_id,statement_id,ordinal,reference_no,kind,key}',
    'r.statement_id, r.ordinal, r.reference_no'
);
SELECT ledger.guard_texts('statement_reference', '{}', '{key}');

CREATE TABLE ledger.statement_return (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    statement_id bigint NOT NULL,
    ordinal integer NOT NULL,
    return_no smallint NOT NULL CHECK (return_no > 0),
    kind text NOT NULL CHECK (kind IN (
        'returned', 'dishonored', 'contested', 'notificationOfChange'
    )),
    reason_code text NOT NULL CHECK (length(reason_code) <= 20),
    original_trace text CHECK (length(original_trace) <= 60),
    return_trace text CHECK (length(return_trace) <= 60),
    PRIMARY KEY (jurisdiction_id, statement_id, ordinal, return_no)
);
CREATE INDEX statement_return_entry ON ledger.statement_return (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.statement_return IS
'What a line says of an entry that was sent earlier: returned, and for which reason.';
SELECT ledger.keep_history(
    117::smallint, 'statement_return',
    '{jurisdiction_id,entry_id,statement_id,ordinal,return_no,kind,reason_code,'
    'original_trace,return_trace}',
    'r.statement_id, r.ordinal, r.return_no'
);
SELECT ledger.guard_texts('statement_return', '{}', '{reason_code,original_trace,return_trace}');

CREATE TABLE ledger.statement_finding (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    finding_no integer NOT NULL CHECK (finding_no > 0),
    statement_no integer CHECK (statement_no > 0),
    severity text NOT NULL CHECK (severity IN ('note', 'doubt', 'fault')),
    code text NOT NULL CHECK (code ~ '^[A-Za-z0-9]{1,40}$'),
    record_no bigint NOT NULL,
    byte_offset bigint NOT NULL,
    detail text NOT NULL CHECK (length(detail) <= 300),
    PRIMARY KEY (jurisdiction_id, entry_id, finding_no)
);
COMMENT ON TABLE ledger.statement_finding IS
'What was found wrong with a file, where in it, and in which of its statements; the first thousand.';
SELECT ledger.keep_history(
    118::smallint, 'statement_finding',
    '{jurisdiction_id,entry_id,finding_no,statement_no,severity,code,record_no,byte_offset,detail}',
    'r.finding_no'
);
SELECT ledger.guard_texts('statement_finding', '{detail}');

CREATE TABLE ledger.statement_change (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    statement_id bigint NOT NULL,
    change text NOT NULL CHECK (change IN ('released', 'superseded')),
    by_statement_id bigint,
    reason text CHECK (length(reason) BETWEEN 1 AND 200),
    PRIMARY KEY (jurisdiction_id, statement_id, change),
    CHECK ((change = 'superseded') = (by_statement_id IS NOT NULL)),
    CHECK ((change = 'released') = (reason IS NOT NULL))
);
CREATE INDEX statement_change_entry ON ledger.statement_change (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.statement_change IS
'What became of a statement: released from quarantine by a person, or superseded by a later one.';
SELECT ledger.keep_history(
    119::smallint, 'statement_change',
    '{jurisdiction_id,entry_id,statement_id,change,by_statement_id,reason}',
    'r.statement_id, r.change COLLATE "C"'
);
SELECT ledger.guard_texts('statement_change', '{reason}');

CREATE FUNCTION ledger.refuse_part_of_statement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_found record;
BEGIN
    SELECT count(*) AS lines, coalesce(max(l.ordinal), 0) AS last,
        count(*) FILTER (WHERE l.counts AND l.amount_minor >= 0) AS credit_count,
        coalesce(sum(l.amount_minor) FILTER (WHERE l.counts AND l.amount_minor >= 0), 0)
            AS credits,
        count(*) FILTER (WHERE l.counts AND l.amount_minor < 0) AS debit_count,
        coalesce(-sum(l.amount_minor) FILTER (WHERE l.counts AND l.amount_minor < 0), 0) AS debits
    INTO v_found
    FROM (
        SELECT s.ordinal, s.amount_minor,
            s.status = 'booked' AND s.currency = NEW.currency AS counts
        FROM ledger.statement_line AS s
        WHERE s.jurisdiction_id = NEW.jurisdiction_id AND s.statement_id = NEW.entry_id
    ) AS l;
    IF (v_found.lines, v_found.last, v_found.credit_count, v_found.credits, v_found.debit_count,
        v_found.debits) IS DISTINCT FROM (NEW.line_count::bigint, NEW.line_count,
        NEW.credit_count::bigint, NEW.credits_minor::numeric, NEW.debit_count::bigint,
        NEW.debits_minor::numeric) THEN
        PERFORM ledger.raise_refusal('LG905', format(
            'statement %s: %s lines, %s in, %s out stated; %s lines, %s in, %s out brought',
            NEW.statement_no, NEW.line_count, NEW.credits_minor, NEW.debits_minor,
            v_found.lines, v_found.credits, v_found.debits
        ));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_part_of_statement IS
'A statement comes with all of its lines, whose numbers have no gap and whose sums are its own.';
-- At the end of the transaction: the lines come after their statement.
CREATE CONSTRAINT TRIGGER refuse_part_of_statement AFTER INSERT ON ledger.statement
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.verdict IN ('accepted', 'quarantined'))
EXECUTE FUNCTION ledger.refuse_part_of_statement();
