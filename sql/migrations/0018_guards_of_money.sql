-- Guards of money that only moves: what is taken off one docket stands again on another, and what
-- is taken back as a double names the receipt that it doubles.

-- The constraint holds every reason that landed before, and that of a card's bank.
ALTER TABLE ledger.reversal DROP CONSTRAINT reversal_reason_check;
ALTER TABLE ledger.reversal ADD CONSTRAINT reversal_reason_check CHECK (reason IN (
    'returned_check', 'returned_ach', 'chargeback', 'misapplied', 'void', 'reapplied',
    'import_undone', 'duplicate', 'identified'
));

CREATE TABLE ledger.doubled_receipt (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    doubles_entry_id bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id)
);
COMMENT ON TABLE ledger.doubled_receipt IS
'Of a receipt that was taken back as recorded twice: the receipt that stands for the same money.';
SELECT ledger.keep_history(
    120::smallint, 'doubled_receipt', '{jurisdiction_id,entry_id,doubles_entry_id}'
);

CREATE FUNCTION ledger.refuse_lost_receipt() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_receipt record;
    v_next record;
    v_reversed_on date;
BEGIN
    SELECT c.source, c.number, c.amount_cents, c.method, e.docket_id INTO v_receipt
    FROM ledger.receipt AS c
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
    WHERE c.jurisdiction_id = NEW.jurisdiction_id AND c.entry_id = NEW.reverses_entry_id;
    SELECT e.effective_on INTO v_reversed_on FROM ledger.journal_entry AS e
    WHERE e.jurisdiction_id = NEW.jurisdiction_id AND e.id = NEW.entry_id;
    -- Whatever became of the entry that follows has a reason of its own.
    SELECT c.amount_cents, c.method, e.docket_id, e.effective_on INTO v_next
    FROM ledger.receipt AS c
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
    WHERE c.jurisdiction_id = NEW.jurisdiction_id AND c.source = v_receipt.source
        AND c.number = v_receipt.number AND c.entry_id > NEW.entry_id
    ORDER BY c.entry_id
    LIMIT 1;
    IF (v_next.amount_cents = v_receipt.amount_cents AND v_next.method = v_receipt.method
        AND v_next.effective_on = v_reversed_on AND CASE NEW.reason
            WHEN 'reapplied' THEN v_next.docket_id = v_receipt.docket_id
            ELSE v_next.docket_id > 0
        END) IS NOT TRUE
    THEN
        PERFORM ledger.raise_refusal('LG313', format(
            'entry %s, %s', NEW.reverses_entry_id, NEW.reason
        ));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_lost_receipt IS
'A receipt that moves stands again on a docket, under its number and with its amount, when the transaction ends.';
CREATE CONSTRAINT TRIGGER refuse_lost_receipt AFTER INSERT ON ledger.reversal
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.reason IN ('misapplied', 'identified', 'reapplied'))
EXECUTE FUNCTION ledger.refuse_lost_receipt();
