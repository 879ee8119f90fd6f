-- What holds matches to their lines for every client: each line is explained once.

-- Checks brought in as outstanding had left the account before these books began, so no posting
-- tells of them, yet the bank will pay them.
CREATE FUNCTION ledger.book_line_cents(j integer, p_account_id integer, p_entry_id bigint)
RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT coalesce((
        SELECT sum(CASE WHEN p.debit_account_id = p_account_id THEN p.amount_cents ELSE 0 END
            - CASE WHEN p.credit_account_id = p_account_id THEN p.amount_cents ELSE 0 END)
        FROM ledger.posting AS p
        WHERE p.jurisdiction_id = j AND p.entry_id = p_entry_id
            AND p_account_id IN (p.debit_account_id, p.credit_account_id)
    ), (
        SELECT -c.amount_cents
        FROM ledger.check_issued AS c
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = j AND e.id = c.entry_id AND e.kind = 'opening'
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.id = p_account_id AND a.fund_id = c.fund_id
            AND a.role = 'bank'
        WHERE c.jurisdiction_id = j AND c.entry_id = p_entry_id
    ), 0)::bigint
$$;
COMMENT ON FUNCTION ledger.book_line_cents IS
'What an entry moved on an account that a bank proves; above zero into it.';

CREATE FUNCTION ledger.check_match_entries(p_entry_ids bigint[]) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_entry bigint;
BEGIN
    SELECT min(u.id) INTO v_entry
    FROM unnest(p_entry_ids) AS u (id)
    LEFT JOIN ledger.journal_tail AS t
        ON t.jurisdiction_id = ledger.visible_jurisdiction() AND t.entry_id = u.id
        AND t.written_by = pg_current_xact_id()
    WHERE t.entry_id IS NULL;
    IF v_entry IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG924', format('entry %s', v_entry));
    END IF;
END $$;
COMMENT ON FUNCTION ledger.check_match_entries IS
'What is written about matches belongs to an entry of the same transaction.';

CREATE FUNCTION ledger.check_match_lines(j integer, p_entry_ids bigint[], p_match_nos integer[])
RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_detail text;
BEGIN
    SELECT format('line %s of statement %s', m.ordinal, m.statement_id) INTO v_detail
    FROM unnest(p_entry_ids, p_match_nos) AS u (entry_id, match_no)
    JOIN ledger.match AS n
        ON n.jurisdiction_id = j AND n.entry_id = u.entry_id AND n.match_no = u.match_no
    JOIN ledger.match_statement_line AS m
        ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
    LEFT JOIN ledger.statement_line AS l
        ON l.jurisdiction_id = j AND l.statement_id = m.statement_id AND l.ordinal = m.ordinal
    LEFT JOIN ledger.statement AS s
        ON s.jurisdiction_id = j AND s.entry_id = m.statement_id
    LEFT JOIN ledger.statement_change AS r
        ON r.jurisdiction_id = j AND r.statement_id = m.statement_id AND r.change = 'released'
    LEFT JOIN ledger.statement_change AS d
        ON d.jurisdiction_id = j AND d.statement_id = m.statement_id AND d.change = 'superseded'
    WHERE (
        s.bank_account_id = n.bank_account_id AND NOT s.is_interim AND l.status = 'booked'
        AND l.currency = s.currency AND (s.verdict = 'accepted' OR r.change IS NOT NULL)
        AND d.change IS NULL AND sign(m.amount_minor) = sign(l.amount_minor)
        AND abs(m.amount_minor) <= abs(l.amount_minor)
    ) IS NOT TRUE
    LIMIT 1;
    IF v_detail IS NULL THEN
        SELECT format('entry %s', m.book_entry_id) INTO v_detail
        FROM unnest(p_entry_ids, p_match_nos) AS u (entry_id, match_no)
        JOIN ledger.match AS n
            ON n.jurisdiction_id = j AND n.entry_id = u.entry_id AND n.match_no = u.match_no
        JOIN ledger.match_book_line AS m
            ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
        LEFT JOIN ledger.bank_account AS b
            ON b.jurisdiction_id = j AND b.entry_id = n.bank_account_id
        CROSS JOIN LATERAL (
            SELECT CASE WHEN n.state IN ('proposed', 'ambiguous')
                THEN ledger.book_line_cents(j, m.account_id, m.book_entry_id)
                ELSE m.amount_cents END
        ) AS l (amount_cents)
        WHERE (
            m.account_id = b.account_id AND sign(m.amount_cents) = sign(l.amount_cents)
            AND abs(m.amount_cents) <= abs(l.amount_cents)
        ) IS NOT TRUE
        LIMIT 1;
    END IF;
    IF v_detail IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG922', v_detail);
    END IF;
END $$;
COMMENT ON FUNCTION ledger.check_match_lines IS
'Lines of matches stand on the bank account of the match, and hold what is matched of them.';

CREATE FUNCTION ledger.add_to_claims(
    j integer, p_entry_ids bigint[], p_match_nos integer[]
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_detail text;
BEGIN
    INSERT INTO ledger.statement_claim AS c (
        jurisdiction_id, statement_id, ordinal, amount_minor, claimed_minor
    )
    SELECT j, l.statement_id, l.ordinal, l.amount_minor, v.minor
    FROM (
        SELECT m.statement_id, m.ordinal, sum(m.amount_minor)::bigint AS minor
        FROM unnest(p_entry_ids, p_match_nos) AS u (entry_id, match_no)
        JOIN ledger.match_statement_line AS m
            ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
        GROUP BY 1, 2
    ) AS v
    JOIN ledger.statement_line AS l
        ON l.jurisdiction_id = j AND l.statement_id = v.statement_id AND l.ordinal = v.ordinal
    ORDER BY 2, 3
    ON CONFLICT (jurisdiction_id, statement_id, ordinal)
    DO UPDATE SET claimed_minor = c.claimed_minor + excluded.claimed_minor;
    INSERT INTO ledger.book_claim AS c (
        jurisdiction_id, account_id, book_entry_id, amount_cents, claimed_cents
    )
    SELECT j, v.account_id, v.book_entry_id, CASE WHEN p.cents IS NOT NULL THEN p.cents
        ELSE ledger.book_line_cents(j, v.account_id, v.book_entry_id) END, v.cents
    FROM (
        SELECT m.account_id, m.book_entry_id, sum(m.amount_cents)::bigint AS cents
        FROM unnest(p_entry_ids, p_match_nos) AS u (entry_id, match_no)
        JOIN ledger.match_book_line AS m
            ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
        GROUP BY 1, 2
    ) AS v
    CROSS JOIN LATERAL (
        SELECT sum(CASE v.account_id WHEN p.debit_account_id THEN p.amount_cents
            ELSE -p.amount_cents END)::bigint AS cents
        FROM ledger.posting AS p
        WHERE p.jurisdiction_id = j AND p.entry_id = v.book_entry_id
            AND v.account_id IN (p.debit_account_id, p.credit_account_id)
    ) AS p
    ORDER BY 2, 3
    ON CONFLICT (jurisdiction_id, account_id, book_entry_id)
    DO UPDATE SET claimed_cents = c.claimed_cents + excluded.claimed_cents;
EXCEPTION WHEN check_violation THEN
    GET STACKED DIAGNOSTICS v_detail = TABLE_NAME;
    PERFORM ledger.raise_refusal('LG920', v_detail);
END $$;
COMMENT ON FUNCTION ledger.add_to_claims IS
'Claims the lines of matches, or refuses: a line is explained once.';

CREATE FUNCTION ledger.take_from_claims(
    j integer, p_entry_ids bigint[], p_match_nos integer[]
) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE ledger.statement_claim AS c
    SET claimed_minor = c.claimed_minor - v.minor
    FROM (
        SELECT m.statement_id, m.ordinal, sum(m.amount_minor)::bigint AS minor
        FROM unnest(p_entry_ids, p_match_nos) AS u (entry_id, match_no)
        JOIN ledger.match_statement_line AS m
            ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
        GROUP BY 1, 2
    ) AS v
    WHERE c.jurisdiction_id = j AND c.statement_id = v.statement_id AND c.ordinal = v.ordinal;
    UPDATE ledger.book_claim AS c
    SET claimed_cents = c.claimed_cents - v.cents
    FROM (
        SELECT m.account_id, m.book_entry_id, sum(m.amount_cents)::bigint AS cents
        FROM unnest(p_entry_ids, p_match_nos) AS u (entry_id, match_no)
        JOIN ledger.match_book_line AS m
            ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
        GROUP BY 1, 2
    ) AS v
    WHERE c.jurisdiction_id = j AND c.account_id = v.account_id
        AND c.book_entry_id = v.book_entry_id;
$$;
COMMENT ON FUNCTION ledger.take_from_claims IS 'Gives back what dissolved matches claimed.';

CREATE FUNCTION ledger.check_new_match_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_entry bigint;
BEGIN
    PERFORM ledger.check_match_entries(ARRAY(SELECT DISTINCT n.entry_id FROM new_line AS n));
    SELECT n.entry_id INTO v_entry
    FROM (SELECT DISTINCT n.jurisdiction_id, n.entry_id, n.match_no FROM new_line AS n) AS n
    JOIN ledger.match AS m
        ON m.jurisdiction_id = n.jurisdiction_id AND m.entry_id = n.entry_id
        AND m.match_no = n.match_no
    LIMIT 1;
    IF v_entry IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG924', format('entry %s', v_entry));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.check_new_match_lines IS
'Lines of a match come before it, in the transaction of its entry.';
CREATE TRIGGER check_new_match_lines AFTER INSERT ON ledger.match_statement_line
REFERENCING NEW TABLE AS new_line
FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_new_match_lines();
CREATE TRIGGER check_new_match_lines AFTER INSERT ON ledger.match_book_line
REFERENCING NEW TABLE AS new_line
FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_new_match_lines();

CREATE FUNCTION ledger.check_new_matches() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    j integer := ledger.visible_jurisdiction();
    v_ids bigint[];
    v_nos integer[];
    v_detail text;
BEGIN
    PERFORM ledger.check_match_entries(ARRAY(SELECT DISTINCT n.entry_id FROM new_match AS n));
    PERFORM FROM ledger.bank_account AS b
    WHERE b.jurisdiction_id = j
        AND b.entry_id IN (SELECT n.bank_account_id FROM new_match AS n)
    ORDER BY b.entry_id FOR UPDATE;
    SELECT array_agg(n.entry_id), array_agg(n.match_no) INTO v_ids, v_nos FROM new_match AS n;
    SELECT format('match %s: %s of the statement, %s of the books, difference %s', n.match_no,
        coalesce(s.minor, 0), coalesce(b.cents, 0), n.difference_minor)
    INTO v_detail
    FROM new_match AS n
    LEFT JOIN (
        SELECT m.entry_id, m.match_no, sum(m.amount_minor) AS minor, count(*) AS lines
        FROM unnest(v_ids, v_nos) AS u (entry_id, match_no)
        JOIN ledger.match_statement_line AS m
            ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
        GROUP BY 1, 2
    ) AS s ON s.entry_id = n.entry_id AND s.match_no = n.match_no
    LEFT JOIN (
        SELECT m.entry_id, m.match_no, sum(m.amount_cents) AS cents, count(*) AS lines
        FROM unnest(v_ids, v_nos) AS u (entry_id, match_no)
        JOIN ledger.match_book_line AS m
            ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
        GROUP BY 1, 2
    ) AS b ON b.entry_id = n.entry_id AND b.match_no = n.match_no
    WHERE coalesce(s.minor, 0) - coalesce(b.cents, 0) <> n.difference_minor
        OR coalesce(s.lines, 0) + coalesce(b.lines, 0) < 2
    ORDER BY n.entry_id, n.match_no LIMIT 1;
    IF v_detail IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG921', v_detail);
    END IF;
    PERFORM ledger.check_match_lines(j, v_ids, v_nos);
    SELECT array_agg(n.entry_id), array_agg(n.match_no) INTO v_ids, v_nos
    FROM new_match AS n WHERE n.state IN ('confirmed', 'accepted');
    IF v_ids IS NOT NULL THEN
        PERFORM ledger.add_to_claims(j, v_ids, v_nos);
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.check_new_matches IS
'Both sides of a match are equal or differ by what it says; what stands claims its lines.';
CREATE TRIGGER check_new_matches AFTER INSERT ON ledger.match
REFERENCING NEW TABLE AS new_match
FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_new_matches();

CREATE FUNCTION ledger.check_match_changes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    j integer := ledger.visible_jurisdiction();
    v_ids bigint[];
    v_nos integer[];
    v_detail text;
BEGIN
    PERFORM ledger.check_match_entries(ARRAY(SELECT DISTINCT n.entry_id FROM new_change AS n));
    PERFORM FROM ledger.bank_account AS b
    WHERE b.jurisdiction_id = j AND b.entry_id IN (
        SELECT m.bank_account_id
        FROM new_change AS n
        JOIN ledger.match AS m
            ON m.jurisdiction_id = j AND m.entry_id = n.match_entry_id AND m.match_no = n.match_no
    )
    ORDER BY b.entry_id FOR UPDATE;
    SELECT format('match %s-%s', n.match_entry_id, n.match_no) INTO v_detail
    FROM new_change AS n
    LEFT JOIN ledger.match AS m
        ON m.jurisdiction_id = j AND m.entry_id = n.match_entry_id AND m.match_no = n.match_no
    LEFT JOIN LATERAL (
        SELECT bool_or(c.change = 'accepted') AS is_accepted,
            bool_or(c.change <> 'accepted') AS has_ended
        FROM ledger.match_change AS c
        WHERE c.jurisdiction_id = j AND c.match_entry_id = n.match_entry_id
            AND c.match_no = n.match_no AND c.change <> n.change
    ) AS c ON true
    WHERE (CASE n.change
        WHEN 'accepted' THEN m.state = 'proposed' AND m.difference_minor = 0
            AND c.has_ended IS NOT TRUE
        WHEN 'rejected' THEN m.state IN ('proposed', 'ambiguous') AND c.is_accepted IS NULL
        ELSE m.state IS NOT NULL AND c.has_ended IS NOT TRUE
    END) IS NOT TRUE
    LIMIT 1;
    IF v_detail IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG923', v_detail);
    END IF;
    SELECT array_agg(n.match_entry_id), array_agg(n.match_no) INTO v_ids, v_nos
    FROM new_change AS n
    JOIN ledger.match AS m
        ON m.jurisdiction_id = j AND m.entry_id = n.match_entry_id AND m.match_no = n.match_no
    LEFT JOIN ledger.match_change AS a
        ON a.jurisdiction_id = j AND a.match_entry_id = n.match_entry_id
        AND a.match_no = n.match_no AND a.change = 'accepted'
    WHERE n.change = 'dissolved'
        AND (m.state IN ('confirmed', 'accepted') OR a.change IS NOT NULL);
    IF v_ids IS NOT NULL THEN
        PERFORM ledger.take_from_claims(j, v_ids, v_nos);
    END IF;
    SELECT array_agg(n.match_entry_id), array_agg(n.match_no) INTO v_ids, v_nos
    FROM new_change AS n WHERE n.change = 'accepted';
    IF v_ids IS NOT NULL THEN
        PERFORM ledger.check_match_lines(j, v_ids, v_nos);
        PERFORM ledger.add_to_claims(j, v_ids, v_nos);
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.check_match_changes IS
'A proposal is accepted or rejected, a match dissolved, each once; claims follow.';
CREATE TRIGGER check_match_changes AFTER INSERT ON ledger.match_change
REFERENCING NEW TABLE AS new_change
FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_match_changes();

-- Lines that explain money stay in use: whoever corrects their statement dissolves matches first.
CREATE FUNCTION ledger.check_superseded_claims() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_statement bigint;
BEGIN
    PERFORM FROM ledger.bank_account AS b
    WHERE b.jurisdiction_id = ledger.visible_jurisdiction() AND b.entry_id IN (
        SELECT s.bank_account_id FROM new_change AS n
        JOIN ledger.statement AS s
            ON s.jurisdiction_id = n.jurisdiction_id AND s.entry_id = n.statement_id
    )
    ORDER BY b.entry_id FOR UPDATE;
    SELECT min(c.statement_id) INTO v_statement
    FROM new_change AS n
    JOIN ledger.statement_claim AS c
        ON c.jurisdiction_id = n.jurisdiction_id AND c.statement_id = n.statement_id
        AND c.claimed_minor <> 0
    WHERE n.change = 'superseded';
    IF v_statement IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG925', format('statement %s', v_statement));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.check_superseded_claims IS
'No statement takes the place of one whose lines are matched.';
CREATE TRIGGER check_superseded_claims AFTER INSERT ON ledger.statement_change
REFERENCING NEW TABLE AS new_change
FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_superseded_claims();
