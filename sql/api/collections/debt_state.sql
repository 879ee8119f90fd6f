-- How a debt stands after what is being decided (a joint debt: how its claim does); code: why it
-- may not stand so.
CREATE TYPE ledger_api.debt_state AS (
    docket_id bigint,
    debt_no smallint,
    applied_cents bigint,
    held_cents bigint[],
    claim_id bigint,
    code text
);
COMMENT ON TYPE ledger_api.debt_state IS
'How a debt stands after what is being decided; code: why it may not stand so.';
