-- What a batch left unsent, so that the next one reads what is open and not all that ever was.

CREATE TABLE ledger.remittance_carry (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    fund_id integer NOT NULL,
    sealed_number bigint NOT NULL CHECK (sealed_number > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX remittance_carry_fund
ON ledger.remittance_carry (jurisdiction_id, fund_id, entry_id);
COMMENT ON TABLE ledger.remittance_carry IS
'Up to which sealed number a batch had looked at all that its fund owed; the newest row holds.';
SELECT ledger.keep_history(
    172::smallint, 'remittance_carry', '{jurisdiction_id,entry_id,fund_id,sealed_number}'
);

CREATE TABLE ledger.carried_share (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    recipient_id integer NOT NULL,
    share_entry_id bigint NOT NULL,
    share_line smallint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id, share_entry_id, share_line, recipient_id)
);
COMMENT ON TABLE ledger.carried_share IS
'A posting to what is due to a recipient that was still to be settled after a batch.';
SELECT ledger.keep_history(
    173::smallint, 'carried_share',
    '{jurisdiction_id,entry_id,recipient_id,share_entry_id,share_line}',
    'r.share_entry_id, r.share_line, r.recipient_id'
);
