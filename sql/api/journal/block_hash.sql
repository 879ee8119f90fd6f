-- The hash of a block: SHA-256 of 0x02, the version 0x01, and its columns in binary record form.
CREATE FUNCTION ledger_api.block_hash(p_code text, p_block ledger.block) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256('\x0201'::bytea || record_send(ROW(
        p_code, p_block.number, p_block.first_entry_number, p_block.entry_count,
        p_block.posting_count, p_block.posted_cents::text, p_block.sealed_at, p_block.root_hash,
        p_block.column_digests, p_block.previous_hash
    )))
$$;
COMMENT ON FUNCTION ledger_api.block_hash IS
'The hash of a block: SHA-256 of 0x02, the version 0x01, and its columns in binary record form.';
