-- What is not explained yet, who sees to it, and the months of an account that two people signed.

CREATE TABLE ledger.clearing_window (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    bank_account_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN (
        'deposit', 'check', 'payment', 'bank_credit', 'bank_debit'
    )),
    banking_days integer NOT NULL CHECK (banking_days BETWEEN 0 AND 3650),
    PRIMARY KEY (jurisdiction_id, entry_id, kind)
);
COMMENT ON TABLE ledger.clearing_window IS
'How long an open line of an account counts as under way before it is missing on the other side; the newest row of a kind holds.';
SELECT ledger.keep_history(
    150::smallint, 'clearing_window',
    '{jurisdiction_id,entry_id,bank_account_id,kind,banking_days}', 'r.kind COLLATE "C"'
);

-- Exceptions themselves are computed for a day; a person's acts are kept under their names.
CREATE TABLE ledger.exception_change (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    exception text NOT NULL CHECK (exception ~ '^[a-z]+-.+$' AND length(exception) <= 140),
    change text NOT NULL CHECK (change IN ('assigned', 'resolved', 'reopened')),
    owner_id integer REFERENCES ledger.principal,
    due_on date,
    resolution text CHECK (resolution IN ('bank_error', 'book_error', 'explained')),
    reason text CHECK (length(reason) BETWEEN 1 AND 200),
    PRIMARY KEY (jurisdiction_id, entry_id),
    CHECK ((change = 'assigned') = (owner_id IS NOT NULL)),
    CHECK ((change = 'resolved') = (resolution IS NOT NULL)),
    CHECK ((change = 'assigned') = (reason IS NULL)),
    CHECK (change = 'assigned' OR due_on IS NULL)
);
CREATE INDEX exception_change_exception
ON ledger.exception_change (jurisdiction_id, exception, entry_id);
COMMENT ON TABLE ledger.exception_change IS
'Who sees to an exception and by when, and how it ended. An error of the bank or of the books stays open until it is put right, and is a term of the reconciliation until then.';
SELECT ledger.keep_history(
    151::smallint, 'exception_change',
    '{jurisdiction_id,entry_id,exception,change,owner_id,due_on,resolution,reason}'
);
SELECT ledger.guard_texts('exception_change', '{reason}', '{exception}');

CREATE TABLE ledger.sign_off (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    account_id integer NOT NULL,
    follows_on date,
    through date NOT NULL,
    proposal_id bigint NOT NULL,
    prepared_by integer NOT NULL REFERENCES ledger.principal,
    reviewed_by integer NOT NULL REFERENCES ledger.principal,
    bank_cents bigint NOT NULL,
    books_cents bigint NOT NULL,
    cases_cents bigint NOT NULL,
    difference_reason text CHECK (length(difference_reason) BETWEEN 1 AND 200),
    statement_line_count bigint NOT NULL CHECK (statement_line_count >= 0),
    book_line_count bigint NOT NULL CHECK (book_line_count >= 0),
    match_count bigint NOT NULL CHECK (match_count >= 0),
    set_digest bytea NOT NULL CHECK (length(set_digest) = 32),
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, proposal_id),
    UNIQUE (jurisdiction_id, entry_id, reviewed_by),
    FOREIGN KEY (jurisdiction_id, account_id) REFERENCES ledger.account (jurisdiction_id, id),
    CHECK (prepared_by <> reviewed_by),
    CHECK (follows_on < through),
    CHECK (
        bank_cents = books_cents AND books_cents = cases_cents OR difference_reason IS NOT NULL
    )
);
CREATE INDEX sign_off_account ON ledger.sign_off (jurisdiction_id, account_id, through);
COMMENT ON TABLE ledger.sign_off IS
'The reconciliation of an account of the books through a day, prepared by one person and reviewed by another: the three adjusted balances, and the digest of everything they rest on.';
SELECT ledger.keep_history(
    152::smallint, 'sign_off',
    '{jurisdiction_id,entry_id,account_id,follows_on,through,proposal_id,prepared_by,reviewed_by,'
    'bank_cents,books_cents,cases_cents,difference_reason,statement_line_count,book_line_count,'
    'match_count,set_digest}'
);
SELECT ledger.guard_texts('sign_off', '{difference_reason}');

CREATE TABLE ledger.sign_off_term (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    leg text NOT NULL CHECK (leg IN ('bank', 'books', 'cases', 'start')),
    term text NOT NULL CHECK (term ~ '^[a-z_]{1,40}$'),
    line_count bigint NOT NULL CHECK (line_count >= 0),
    amount_cents bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id, leg, term)
);
COMMENT ON TABLE ledger.sign_off_term IS 'What made up the three balances that were signed.';
SELECT ledger.keep_history(
    153::smallint, 'sign_off_term',
    '{jurisdiction_id,entry_id,leg,term,line_count,amount_cents}',
    'r.leg COLLATE "C", r.term COLLATE "C"'
);

CREATE TABLE ledger.sign_off_reopening (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    sign_off_id bigint NOT NULL,
    reviewed_by integer NOT NULL,
    reopened_by integer NOT NULL REFERENCES ledger.principal,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    PRIMARY KEY (jurisdiction_id, sign_off_id),
    FOREIGN KEY (jurisdiction_id, sign_off_id, reviewed_by)
    REFERENCES ledger.sign_off (jurisdiction_id, entry_id, reviewed_by),
    CHECK (reopened_by <> reviewed_by)
);
CREATE UNIQUE INDEX sign_off_reopening_entry
ON ledger.sign_off_reopening (jurisdiction_id, entry_id);
COMMENT ON TABLE ledger.sign_off_reopening IS
'Why a signed period may change again; nobody reopens what they reviewed themselves.';
SELECT ledger.keep_history(
    154::smallint, 'sign_off_reopening',
    '{jurisdiction_id,entry_id,sign_off_id,reviewed_by,reopened_by,reason}'
);
SELECT ledger.guard_texts('sign_off_reopening', '{reason}');

-- The guards below ask whether anything is signed at all, whoever wrote and through which door.
CREATE POLICY owner ON ledger.sign_off TO redress_schema USING (true);
CREATE POLICY owner ON ledger.sign_off_reopening TO redress_schema USING (true);

CREATE FUNCTION ledger.signed_periods(p_jurisdiction_id integer) RETURNS TABLE (
    sign_off_id bigint, account_id integer, through date
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.entry_id, s.account_id, s.through
    FROM ledger.sign_off AS s
    WHERE s.jurisdiction_id = p_jurisdiction_id AND NOT EXISTS (
        SELECT FROM ledger.sign_off_reopening AS r
        WHERE r.jurisdiction_id = s.jurisdiction_id AND r.sign_off_id = s.entry_id
    )
$$;
COMMENT ON FUNCTION ledger.signed_periods IS
'The sign-offs of a jurisdiction that are in force.';

-- What a statement says of signed days counts there only if it was in use when they were signed; a
-- line that came later is late, and counts in the next period.
CREATE FUNCTION ledger.statement_known_by(p_jurisdiction_id integer, p_statement_id bigint)
RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT greatest(p_statement_id, (
        SELECT min(c.entry_id) FROM ledger.statement_change AS c
        WHERE c.jurisdiction_id = p_jurisdiction_id AND c.statement_id = p_statement_id
            AND c.change = 'released'
    ))
$$;
COMMENT ON FUNCTION ledger.statement_known_by IS
'The entry by which a statement came into use: its own, or its release.';

-- A match belongs to signed days when it ties lines of both sides there, or lines of one side that
-- all lie there.
CREATE FUNCTION ledger.refuse_signed_matches(
    j integer, p_entry_ids bigint[], p_match_nos integer[]
) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_match text;
BEGIN
    SELECT format('match %s-%s, signed through %s', m.entry_id, m.match_no, s.through)
    INTO v_match
    FROM unnest(p_entry_ids, p_match_nos) AS u (entry_id, match_no)
    JOIN ledger.match AS m
        ON m.jurisdiction_id = j AND m.entry_id = u.entry_id AND m.match_no = u.match_no
    JOIN ledger.bank_account AS b
        ON b.jurisdiction_id = j AND b.entry_id = m.bank_account_id
    JOIN ledger.signed_periods(j) AS s ON s.account_id = b.account_id
    CROSS JOIN LATERAL (
        SELECT count(*) AS lines, count(*) FILTER (WHERE e.posted_on <= s.through) AS signed
        FROM ledger.match_book_line AS x
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = x.book_entry_id
        WHERE x.jurisdiction_id = j AND x.entry_id = m.entry_id AND x.match_no = m.match_no
    ) AS k
    CROSS JOIN LATERAL (
        SELECT count(*) AS lines, count(*) FILTER (
            WHERE coalesce(l.booked_on, l.value_on, t.to_on) <= s.through
                AND ledger.statement_known_by(j, x.statement_id) < s.sign_off_id
        ) AS signed
        FROM ledger.match_statement_line AS x
        JOIN ledger.statement_line AS l
            ON l.jurisdiction_id = j AND l.statement_id = x.statement_id AND l.ordinal = x.ordinal
        JOIN ledger.statement AS t ON t.jurisdiction_id = j AND t.entry_id = x.statement_id
        WHERE x.jurisdiction_id = j AND x.entry_id = m.entry_id AND x.match_no = m.match_no
    ) AS i
    WHERE k.signed > 0 AND i.signed > 0
        OR k.lines = 0 AND i.signed = i.lines OR i.lines = 0 AND k.signed = k.lines
    LIMIT 1;
    IF v_match IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG954', v_match);
    END IF;
END $$;
COMMENT ON FUNCTION ledger.refuse_signed_matches IS
'Raises a refusal when one of these matches belongs to signed days.';

CREATE FUNCTION ledger.refuse_signed_match() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := (SELECT min(n.jurisdiction_id) FROM new_match AS n);
BEGIN
    IF EXISTS (SELECT FROM ledger.signed_periods(j)) THEN
        PERFORM ledger.refuse_signed_matches(j, array_agg(n.entry_id), array_agg(n.match_no))
        FROM new_match AS n WHERE n.state IN ('confirmed', 'accepted');
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_signed_match IS
'No match comes to tie lines of signed days.';
CREATE TRIGGER refuse_signed_match AFTER INSERT ON ledger.match
REFERENCING NEW TABLE AS new_match
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_signed_match();

CREATE FUNCTION ledger.refuse_signed_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := (SELECT min(n.jurisdiction_id) FROM new_change AS n);
BEGIN
    IF EXISTS (SELECT FROM ledger.signed_periods(j)) THEN
        PERFORM ledger.refuse_signed_matches(
            j, array_agg(n.match_entry_id), array_agg(n.match_no)
        )
        FROM new_change AS n
        JOIN ledger.match AS m
            ON m.jurisdiction_id = j AND m.entry_id = n.match_entry_id AND m.match_no = n.match_no
        WHERE n.change = 'accepted' OR n.change = 'dissolved' AND (
            m.state IN ('confirmed', 'accepted') OR EXISTS (
                SELECT FROM ledger.match_change AS a
                WHERE a.jurisdiction_id = j AND a.match_entry_id = n.match_entry_id
                    AND a.match_no = n.match_no AND a.change = 'accepted'
            )
        );
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_signed_change IS
'No match of lines of signed days is accepted or dissolved.';
CREATE TRIGGER refuse_signed_change AFTER INSERT ON ledger.match_change
REFERENCING NEW TABLE AS new_change
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_signed_change();

CREATE FUNCTION ledger.refuse_signed_supersession() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := NEW.jurisdiction_id;
    v_through date;
BEGIN
    SELECT max(s.through) INTO v_through
    FROM ledger.signed_periods(j) AS s
    JOIN ledger.bank_account AS b ON b.jurisdiction_id = j AND b.account_id = s.account_id
    JOIN ledger.statement AS t
        ON t.jurisdiction_id = j AND t.entry_id = NEW.statement_id
        AND t.bank_account_id = b.entry_id AND NOT t.is_interim
        AND coalesce(t.from_on, t.to_on) <= s.through
    WHERE ledger.statement_known_by(j, t.entry_id) < s.sign_off_id
        AND (t.verdict = 'accepted' OR EXISTS (
            SELECT FROM ledger.statement_change AS c
            WHERE c.jurisdiction_id = j AND c.statement_id = t.entry_id AND c.change = 'released'
        ));
    IF v_through IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG954', format(
            'statement %s, signed through %s', NEW.statement_id, v_through
        ));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_signed_supersession IS
'No statement of signed days is superseded.';
CREATE TRIGGER refuse_signed_supersession AFTER INSERT ON ledger.statement_change
FOR EACH ROW WHEN (NEW.change = 'superseded')
EXECUTE FUNCTION ledger.refuse_signed_supersession();

-- An account is signed only when its fund is closed, so that postings of signed days are refused
-- with those of closed ones; what is left is that the fund stays closed.
CREATE FUNCTION ledger.refuse_reopening_signed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_through date;
BEGIN
    SELECT max(s.through) INTO v_through
    FROM ledger.signed_periods(NEW.jurisdiction_id) AS s
    JOIN ledger.account AS a
        ON a.jurisdiction_id = NEW.jurisdiction_id AND a.id = s.account_id
    WHERE s.through > NEW.closed_through AND a.fund_id = NEW.fund_id;
    IF v_through IS NOT NULL THEN
        PERFORM ledger.raise_refusal('LG954', format('signed through %s', v_through));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_reopening_signed IS
'The books of a fund stay closed through every day that was signed.';
CREATE TRIGGER refuse_reopening_signed AFTER INSERT OR UPDATE ON ledger.fund_period
FOR EACH ROW EXECUTE FUNCTION ledger.refuse_reopening_signed();
