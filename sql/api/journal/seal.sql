-- Seals what stands in the tail, oldest ids first, as one block; answers how many entries.
-- One sealer per jurisdiction at a time: others wait, or go away when told not to wait.
CREATE FUNCTION ledger_api.seal(p_limit integer DEFAULT 20000, p_wait boolean DEFAULT true)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET join_collapse_limit = 1 SET jit = off
SET work_mem = '64MB' SET random_page_cost = 1.1 AS $$
DECLARE
    j integer := ledger.bound_jurisdiction();
    v_ids bigint[];
    v_leaves bytea[];
    v_block ledger.block;
    v_last ledger.block;
BEGIN
    IF j IS NULL THEN
        PERFORM ledger.raise_refusal('LG001', format('login %s', session_user));
    END IF;
    PERFORM set_config('redress.door', j::text, true);
    IF p_wait THEN
        PERFORM pg_advisory_xact_lock(j, -1);
    ELSIF NOT pg_try_advisory_xact_lock(j, -1) THEN
        RETURN 0;
    END IF;
    SELECT array_agg(t.entry_id ORDER BY t.entry_id) INTO v_ids
    FROM (
        SELECT t.entry_id FROM ledger.journal_tail AS t
        WHERE t.jurisdiction_id = j ORDER BY t.entry_id LIMIT p_limit
    ) AS t;
    IF v_ids IS NULL THEN
        RETURN 0;
    END IF;
    SELECT b.* INTO v_last FROM ledger.block AS b
    WHERE b.jurisdiction_id = j ORDER BY b.number DESC LIMIT 1;
    v_block.jurisdiction_id := j;
    v_block.number := coalesce(v_last.number, 0) + 1;
    v_block.first_entry_number := coalesce(v_last.first_entry_number + v_last.entry_count, 1);
    v_block.entry_count := cardinality(v_ids);
    v_block.sealed_at := greatest(clock_timestamp(), v_last.sealed_at);
    v_block.previous_hash := coalesce(v_last.hash, sha256(''));

    SELECT array_agg(h.leaf_hash ORDER BY h.entry_id) INTO v_leaves
    FROM ledger_api.leaf_hashes(j, v_ids[1], v_ids[v_block.entry_count], v_ids) AS h;
    v_block.root_hash := ledger_api.merkle_root(v_leaves);
    v_block.column_digests := ledger_api.column_digests(
        j, v_ids[1], v_ids[v_block.entry_count], v_ids
    );
    SELECT count(*), coalesce(sum(p.amount_cents), 0)
    INTO v_block.posting_count, v_block.posted_cents
    FROM ledger.posting AS p
    WHERE p.jurisdiction_id = j AND p.entry_id BETWEEN v_ids[1] AND v_ids[v_block.entry_count]
        AND p.entry_id + 0 = ANY (v_ids);
    v_block.hash := ledger_api.block_hash(
        (SELECT code FROM ledger.jurisdiction WHERE id = j), v_block
    );
    INSERT INTO ledger.block SELECT v_block.*;
    INSERT INTO ledger.sealed_entry (jurisdiction_id, number, entry_id, leaf_hash)
    SELECT j, v_block.first_entry_number + u.i - 1, u.id, u.leaf
    FROM unnest(v_ids, v_leaves) WITH ORDINALITY AS u (id, leaf, i);
    PERFORM ledger_api.add_to_balance_days(j, v_ids);
    DELETE FROM ledger.journal_tail AS t
    WHERE t.jurisdiction_id = j AND t.entry_id BETWEEN v_ids[1] AND v_ids[v_block.entry_count]
        AND t.entry_id + 0 = ANY (v_ids);
    RETURN v_block.entry_count;
END $$;
COMMENT ON FUNCTION ledger_api.seal IS
'Seals what stands in the tail, oldest ids first, as one block; answers how many entries.';
