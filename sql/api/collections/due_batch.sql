-- What is due to one recipient: the released postings that a remittance would settle, their sum,
-- and what is still held.
CREATE TYPE ledger_api.due_batch AS (
    recipient_id integer,
    recipient text,
    is_payee boolean,
    own_purse_id integer,
    cents bigint,
    held_cents bigint,
    held_until date,
    entry_ids bigint[],
    lines smallint[],
    line_cents bigint[]
);
COMMENT ON TYPE ledger_api.due_batch IS
'What is due to one recipient: the released postings that a remittance would settle, their sum, and what is still held.';
