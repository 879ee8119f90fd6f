-- How a fund that was kept by another system came into these books, and how both agreed.

CREATE TABLE ledger.opening (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    cut_over date NOT NULL CHECK (isfinite(cut_over)),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, fund_id),
    FOREIGN KEY (jurisdiction_id, fund_id) REFERENCES ledger.fund (jurisdiction_id, id)
);
COMMENT ON TABLE ledger.opening IS
'A fund that came from another system with its history, once, posted on the day of cut-over.';
SELECT ledger.keep_history(
    100::smallint, 'opening', '{jurisdiction_id,entry_id,fund_id,cut_over}'
);

CREATE TABLE ledger.opening_file (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    digest bytea NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (jurisdiction_id, entry_id, name)
);
COMMENT ON TABLE ledger.opening_file IS
'The files of an opening by their SHA-256, byte for byte those that two persons signed.';
SELECT ledger.keep_history(
    101::smallint, 'opening_file', '{jurisdiction_id,entry_id,name,digest}',
    'r.name COLLATE "C"'
);

CREATE TABLE ledger.opening_control (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    file text NOT NULL CHECK (file ~ '^[a-z_]{1,40}$'),
    measure text NOT NULL CHECK (measure ~ '^[a-z_]{1,40}$'),
    line_count bigint NOT NULL CHECK (line_count >= 0),
    amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
    PRIMARY KEY (jurisdiction_id, entry_id, file, measure)
);
COMMENT ON TABLE ledger.opening_control IS
'How many lines a file has by the old system, and what a column of it adds up to.';
SELECT ledger.keep_history(
    102::smallint, 'opening_control',
    '{jurisdiction_id,entry_id,file,measure,line_count,amount_cents}',
    'r.file COLLATE "C", r.measure COLLATE "C"'
);

CREATE TABLE ledger.opening_tie (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    account_id integer NOT NULL,
    balance_cents bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id, account_id)
);
COMMENT ON TABLE ledger.opening_tie IS
'Every account with the balance (debits less credits) on which old and new books agreed.';
SELECT ledger.keep_history(
    103::smallint, 'opening_tie', '{jurisdiction_id,entry_id,account_id,balance_cents}',
    'r.account_id'
);

-- Whoever begins an opening ends it in the same transaction, or nothing of it is kept.
CREATE FUNCTION ledger.refuse_untied_opening() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM ledger.approval AS a
        WHERE a.jurisdiction_id = NEW.jurisdiction_id AND a.entry_id = NEW.entry_id
    ) OR NOT EXISTS (
        SELECT FROM ledger.opening_tie AS t
        WHERE t.jurisdiction_id = NEW.jurisdiction_id AND t.entry_id = NEW.entry_id
    ) THEN
        PERFORM ledger.raise_refusal('LG355', format('opening %s', NEW.entry_id));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_untied_opening IS
'An opening is kept only when a second person approved it and both trial balances agree.';
CREATE CONSTRAINT TRIGGER refuse_untied_opening AFTER INSERT ON ledger.opening
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION ledger.refuse_untied_opening();

-- Texts that come in from outside hold no number of a person.
SELECT ledger.guard_texts('opening_file', '{}', '{name}');
SELECT ledger.guard_texts('check_issued', '{}', '{payable_to}');
