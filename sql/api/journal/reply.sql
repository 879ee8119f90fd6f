-- What every door answers, one per item: accepted or refused, new or replayed.
CREATE TYPE ledger_api.reply AS (
    item integer,
    entry_id bigint,
    outcome text,
    is_replay boolean,
    reference text,
    code text,
    message text,
    detail text,
    hint text
);
COMMENT ON TYPE ledger_api.reply IS
'What every door answers, one per item: accepted or refused, new or replayed.';
