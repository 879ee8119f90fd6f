import PostgresClient

extension MatchingScore {
    static let tables = """
        DROP SCHEMA IF EXISTS truth CASCADE;
        CREATE SCHEMA truth;
        CREATE UNLOGGED TABLE truth.book (account text, entry_id bigint, cents bigint, grp bigint);
        CREATE UNLOGGED TABLE truth.bank (
            account text, statement text, ordinal integer, cents bigint, grp bigint
        );
        CREATE UNLOGGED TABLE truth.groups (
            grp bigint, event text, carries_reference boolean, is_whole boolean,
            is_matchable boolean
        );
        """

    /// A match is right when its members are exactly all members of one group that can be known,
    /// or of several groups all of whose lines have one amount: these nobody tells apart.
    static let judgement = """
        CREATE UNLOGGED TABLE truth.line AS
        SELECT b.account, s.entry_id AS statement_id, b.ordinal, b.cents, b.grp
        FROM truth.bank AS b
        JOIN ledger.bank_account AS a ON a.code = b.account
        JOIN ledger.statement AS s
            ON s.bank_account_id = a.entry_id AND s.identity = b.statement;
        ANALYZE truth.line, truth.book, truth.groups;

        CREATE UNLOGGED TABLE truth.size AS
        SELECT g.grp, coalesce(b.n, 0) AS book_lines, coalesce(l.n, 0) AS bank_lines,
            coalesce(b.cents, 0) AS cents
        FROM truth.groups AS g
        LEFT JOIN (
            SELECT t.grp, count(*) AS n, sum(abs(t.cents))::bigint AS cents
            FROM truth.book AS t GROUP BY t.grp
        ) AS b ON b.grp = g.grp
        LEFT JOIN (
            SELECT t.grp, count(*) AS n FROM truth.line AS t GROUP BY t.grp
        ) AS l ON l.grp = g.grp;

        CREATE UNLOGGED TABLE truth.member AS
        SELECT m.entry_id, m.match_no, 'book' AS side, m.book_entry_id AS a, 0 AS b,
            m.amount_cents AS cents, t.grp, m.amount_cents = t.cents AS is_in_full
        FROM ledger.match_book_line AS m
        LEFT JOIN truth.book AS t ON t.entry_id = m.book_entry_id
        UNION ALL
        SELECT m.entry_id, m.match_no, 'bank', m.statement_id, m.ordinal, m.amount_minor, t.grp,
            m.amount_minor = t.cents
        FROM ledger.match_statement_line AS m
        LEFT JOIN truth.line AS t ON t.statement_id = m.statement_id AND t.ordinal = m.ordinal;

        CREATE UNLOGGED TABLE truth.verdict AS
        WITH touched AS (
            SELECT DISTINCT m.entry_id, m.match_no, m.grp FROM truth.member AS m
        ), wanted AS (
            SELECT t.entry_id, t.match_no, count(*) AS groups,
                bool_and(coalesce(g.is_matchable, false)) AS is_matchable,
                sum(z.book_lines) AS book_lines, sum(z.bank_lines) AS bank_lines
            FROM touched AS t
            LEFT JOIN truth.groups AS g ON g.grp = t.grp
            LEFT JOIN truth.size AS z ON z.grp = t.grp
            GROUP BY t.entry_id, t.match_no
        ), found AS (
            SELECT m.entry_id, m.match_no,
                count(*) FILTER (WHERE m.side = 'book') AS book_lines,
                count(*) FILTER (WHERE m.side = 'bank') AS bank_lines,
                coalesce(sum(abs(m.cents)) FILTER (WHERE m.side = 'book'), 0)::bigint AS cents,
                bool_and(coalesce(m.is_in_full, false)) AS is_in_full,
                min(m.cents) = max(m.cents) AS is_one_amount
            FROM truth.member AS m GROUP BY m.entry_id, m.match_no
        )
        SELECT h.entry_id, h.match_no, h.state, a.code AS account,
            coalesce(r.pass, 'none') AS pass, f.book_lines, f.bank_lines, f.cents,
            coalesce(w.is_matchable AND f.is_in_full AND f.book_lines = w.book_lines
                AND f.bank_lines = w.bank_lines AND (w.groups = 1 OR f.is_one_amount), false)
                AS is_right
        FROM ledger.match AS h
        JOIN ledger.bank_account AS a ON a.entry_id = h.bank_account_id
        LEFT JOIN ledger.match_pass AS p ON p.entry_id = h.pass_id
        LEFT JOIN LATERAL (
            SELECT q.rule_no::text || ' ' || q.pass AS pass FROM ledger.match_rule AS q
            WHERE q.entry_id = p.rules_id AND q.rule_no = h.rule_no
        ) AS r ON true
        LEFT JOIN found AS f ON f.entry_id = h.entry_id AND f.match_no = h.match_no
        LEFT JOIN wanted AS w ON w.entry_id = h.entry_id AND w.match_no = h.match_no;
        ANALYZE truth.member, truth.verdict;

        CREATE UNLOGGED TABLE truth.outcome AS
        SELECT m.grp, bool_or(v.state = 'confirmed' AND v.is_right) AS is_confirmed,
            bool_or(v.state = 'proposed' AND v.is_right) AS is_proposed,
            bool_or(v.state = 'ambiguous') AS is_ambiguous
        FROM truth.member AS m
        JOIN truth.verdict AS v ON v.entry_id = m.entry_id AND v.match_no = m.match_no
        GROUP BY m.grp;
        """

    static let passQuery: Query = """
        SELECT v.pass, v.state, count(*), count(*) FILTER (WHERE v.is_right),
            coalesce(sum(v.book_lines), 0)::bigint,
            coalesce(sum(v.book_lines) FILTER (WHERE v.is_right), 0)::bigint,
            coalesce(sum(v.cents), 0)::bigint,
            coalesce(sum(v.cents) FILTER (WHERE v.is_right), 0)::bigint
        FROM truth.verdict AS v
        GROUP BY v.pass, v.state ORDER BY length(v.pass), v.pass, v.state
        """

    static let eventQuery: Query = """
        SELECT g.event, count(*), count(*) FILTER (WHERE g.is_matchable),
            count(*) FILTER (WHERE o.is_confirmed),
            count(*) FILTER (WHERE o.is_proposed AND NOT o.is_confirmed),
            count(*) FILTER (WHERE o.is_ambiguous AND NOT o.is_confirmed AND NOT o.is_proposed),
            coalesce(sum(z.cents) FILTER (WHERE g.is_matchable), 0)::bigint,
            coalesce(sum(z.cents) FILTER (WHERE o.is_confirmed), 0)::bigint
        FROM truth.groups AS g
        JOIN truth.size AS z ON z.grp = g.grp
        LEFT JOIN truth.outcome AS o ON o.grp = g.grp
        GROUP BY g.event ORDER BY count(*) DESC, g.event
        """

    static let sumQuery: Query = """
        WITH confirmed AS (
            SELECT DISTINCT m.side, m.a, m.b
            FROM truth.member AS m
            JOIN truth.verdict AS v ON v.entry_id = m.entry_id AND v.match_no = m.match_no
            WHERE v.state = 'confirmed'
        ), doubtful AS (
            SELECT m.side, m.a, m.b
            FROM truth.member AS m
            JOIN truth.verdict AS v ON v.entry_id = m.entry_id AND v.match_no = m.match_no
            WHERE v.state = 'ambiguous'
            EXCEPT SELECT c.side, c.a, c.b FROM confirmed AS c
        )
        SELECT (SELECT count(*) FROM truth.book) + (SELECT count(*) FROM truth.line),
            (SELECT count(*) FROM doubtful),
            coalesce(sum(z.book_lines + z.bank_lines)
                FILTER (WHERE g.carries_reference AND g.is_whole), 0)::bigint,
            coalesce(sum(z.book_lines + z.bank_lines)
                FILTER (WHERE g.carries_reference AND g.is_whole AND o.is_confirmed), 0)::bigint
        FROM truth.groups AS g
        JOIN truth.size AS z ON z.grp = g.grp
        LEFT JOIN truth.outcome AS o ON o.grp = g.grp
        """
}
