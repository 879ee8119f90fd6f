-- Writes headers, tail, receipts and refusals of judged collections, and answers for each.
CREATE FUNCTION ledger_api.write_collections(
    j integer,
    p_principal integer,
    p_today date,
    p_now timestamptz,
    p_first_open date,
    p_source text,
    p_items integer[],
    p_ids bigint[],
    p_keys text[],
    p_fingerprints bytea[],
    p_docket_ids bigint[],
    p_effective_on date[],
    p_amounts bigint[],
    p_numbers text[],
    p_methods text[],
    p_payers text[],
    p_memos text[],
    p_codes text[],
    p_details text[]
) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO ledger.journal_entry (
        jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at, principal_id,
        docket_id, request_key, fingerprint, memo
    )
    SELECT j, n.id, 'collection', CASE WHEN u.code IS NULL THEN 'accepted' ELSE 'refused' END,
        CASE WHEN u.code IS NULL THEN u.effective_on ELSE p_today END,
        CASE WHEN u.code IS NULL THEN greatest(u.effective_on, p_first_open) ELSE p_today END,
        p_now, p_principal, u.docket, u.key, u.fingerprint, left(u.memo, 200)
    FROM unnest(
        p_keys, p_fingerprints, p_docket_ids, p_effective_on, p_memos, p_codes
    ) WITH ORDINALITY AS u (key, fingerprint, docket, effective_on, memo, code, i)
    JOIN unnest(p_items, p_ids) AS n (i, id) ON n.i = u.i
    ORDER BY n.id;
    INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
    SELECT j, n.id, pg_current_xact_id() FROM unnest(p_ids) AS n (id);
    INSERT INTO ledger.receipt (
        jurisdiction_id, entry_id, source, number, method, payer_reference, amount_cents
    )
    SELECT j, n.id, p_source, u.number, u.method, u.payer, u.amount
    FROM unnest(p_numbers, p_methods, p_payers, p_amounts, p_codes)
        WITH ORDINALITY AS u (number, method, payer, amount, code, i)
    JOIN unnest(p_items, p_ids) AS n (i, id) ON n.i = u.i
    WHERE u.code IS NULL
    ORDER BY n.id;
    INSERT INTO ledger.refusal (jurisdiction_id, entry_id, code, message, detail, hint)
    SELECT j, n.id, u.code, t.message, coalesce(u.detail, ''), t.hint
    FROM unnest(p_codes, p_details) WITH ORDINALITY AS u (code, detail, i)
    JOIN unnest(p_items, p_ids) AS n (i, id) ON n.i = u.i
    LEFT JOIN ledger.refusal_text AS t ON t.code = u.code
    WHERE u.code IS NOT NULL;
    RETURN QUERY
    SELECT n.i, n.id, CASE WHEN u.code IS NULL THEN 'accepted' ELSE 'refused' END, false,
        u.number, u.code, t.message,
        CASE WHEN u.code IS NOT NULL THEN ledger_api.told(u.detail) END, t.hint
    FROM unnest(p_numbers, p_codes, p_details) WITH ORDINALITY AS u (number, code, detail, i)
    JOIN unnest(p_items, p_ids) AS n (i, id) ON n.i = u.i
    LEFT JOIN ledger.refusal_text AS t ON t.code = u.code
    ORDER BY n.i;
END $$;
COMMENT ON FUNCTION ledger_api.write_collections IS
'Writes headers, tail, receipts and refusals of judged collections, and answers for each.';
