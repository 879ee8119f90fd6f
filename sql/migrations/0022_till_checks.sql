-- The checks of a till, which two people count as they count its cash.

CREATE TABLE ledger.till_check_close (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    expected_cents bigint NOT NULL,
    expected_count integer NOT NULL,
    counted_cents bigint NOT NULL CHECK (counted_cents >= 0),
    counted_count integer NOT NULL CHECK (counted_count >= 0),
    PRIMARY KEY (jurisdiction_id, entry_id),
    FOREIGN KEY (jurisdiction_id, entry_id)
    REFERENCES ledger.till_close (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.till_check_close IS
'The checks at the end of a session that took or counted any: two people counted the same, which may be over or short of what was expected.';
SELECT ledger.keep_history(
    190::smallint, 'till_check_close',
    '{jurisdiction_id,entry_id,expected_cents,expected_count,counted_cents,counted_count}'
);
