-- What a signature on an account through a day covers, since the sign-off before it: how many lines
-- of both sides and matches, the three adjusted balances, and SHA-256 of all of them and of every
-- line of the reconciliation that is not one of theirs. What a share waits for is not in it, since
-- a court may change that.
CREATE FUNCTION ledger_api.signed_set(
    j integer, p_account_id integer, p_through date,
    OUT follows_on date, OUT statement_line_count bigint, OUT book_line_count bigint,
    OUT match_count bigint, OUT bank_cents bigint, OUT books_cents bigint,
    OUT cases_cents bigint, OUT set_digest bytea
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
DECLARE
    v_lines bytea;
    v_ties bytea;
    v_terms bytea;
BEGIN
    follows_on := (
        SELECT max(s.through) FROM ledger.signed_periods(j) AS s
        WHERE s.account_id = p_account_id AND s.through < p_through
    );
    SELECT count(*) FILTER (WHERE l.side = 'bank'), count(*) FILTER (WHERE l.side = 'books'),
        sha256(convert_to(coalesce(string_agg(concat_ws(
            '|', l.side, l.statement_id, l.ordinal, l.book_entry_id, l.day, l.amount_cents,
            l.open_cents
        ), E'\n' ORDER BY l.side COLLATE "C", l.statement_id, l.ordinal, l.book_entry_id), ''),
        'UTF8'))
    INTO statement_line_count, book_line_count, v_lines
    FROM ledger_api.reconciled_lines(j, p_account_id, p_through) AS l
    WHERE l.side IN ('bank', 'books') AND (l.day > follows_on OR follows_on IS NULL);
    SELECT count(DISTINCT (t.entry_id, t.match_no)), sha256(convert_to(coalesce(string_agg(
        concat_ws('|', t.entry_id, t.match_no, t.statement_id, t.ordinal, t.book_entry_id,
            t.amount_cents),
        E'\n' ORDER BY t.entry_id, t.match_no, t.statement_id, t.ordinal, t.book_entry_id
    ), ''), 'UTF8'))
    INTO match_count, v_ties
    FROM (
        SELECT p.*, max(p.day) OVER (PARTITION BY p.entry_id, p.match_no) AS last_on
        FROM ledger_api.tied_parts(j, p_account_id, p_through) AS p
    ) AS t
    WHERE t.last_on > follows_on OR follows_on IS NULL;
    SELECT coalesce(sum(t.cents) FILTER (WHERE t.leg = 'bank'), 0),
        coalesce(sum(t.cents) FILTER (WHERE t.leg = 'books'), 0),
        coalesce(sum(t.cents) FILTER (WHERE t.leg = 'cases'), 0),
        sha256(convert_to(string_agg(
            concat_ws('|', t.leg, t.term, t.account, t.reference, t.cents), E'\n'
            ORDER BY t.leg COLLATE "C", t.term COLLATE "C", t.account COLLATE "C",
                t.reference COLLATE "C"
        ), 'UTF8'))
    INTO bank_cents, books_cents, cases_cents, v_terms
    FROM (
        SELECT r.leg, CASE r.term WHEN 'held' THEN 'split_not_remitted' ELSE r.term END AS term,
            r.account, r.reference, sum(r.amount_cents) AS cents
        FROM ledger_api.reconciliation_terms(j, p_account_id, p_through) AS r
        GROUP BY 1, 2, 3, 4
    ) AS t;
    set_digest := sha256(convert_to(concat_ws(
        '|', 'sign-off 1', p_account_id, follows_on, p_through, statement_line_count,
        book_line_count, match_count
    ), 'UTF8') || v_lines || v_ties || v_terms);
END $$;
COMMENT ON FUNCTION ledger_api.signed_set IS
'What a signature on an account through a day covers, and its SHA-256.';
