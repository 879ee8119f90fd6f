import LedgerModel

extension DerivedCheck {
    /// The last change of each role of each principal decides whether it is held.
    static let roles = DerivedCheck(
        subject: .roles,
        counting: "SELECT count(*) FROM ledger.principal_role WHERE jurisdiction_id = $1",
        finding: """
            WITH expected AS (
                SELECT * FROM (
                    SELECT DISTINCT ON (c.principal_id, c.role) c.principal_id, c.role,
                        c.entry_id, c.action
                    FROM ledger.role_change AS c WHERE c.jurisdiction_id = $1
                    ORDER BY c.principal_id, c.role, c.entry_id DESC
                ) AS c WHERE c.action = 'grant'
            ), stored AS (
                SELECT r.principal_id, r.role, r.entry_id
                FROM ledger.principal_role AS r WHERE r.jurisdiction_id = $1
            )
            SELECT coalesce(e.entry_id, r.entry_id), 'principal_role', CASE
                WHEN e.entry_id <> r.entry_id THEN ARRAY['entry_id'] ELSE '{}' END, format(
                'principal %s, role %s: %s', principal_id, role, CASE
                    WHEN e.entry_id IS NULL THEN 'held, but its history does not grant it'
                    WHEN r.entry_id IS NULL THEN 'granted by its history, but not held'
                    ELSE 'held by another entry than its history says' END
            )
            FROM expected AS e FULL JOIN stored AS r USING (principal_id, role)
            WHERE e.entry_id IS DISTINCT FROM r.entry_id
            """
    )

    /// A principal has the login under which it received roles and tokens.
    static let logins = DerivedCheck(
        subject: .logins,
        counting: """
            SELECT count(DISTINCT c.principal_id) FROM (
                SELECT principal_id FROM ledger.role_change WHERE jurisdiction_id = $1
                UNION ALL
                SELECT principal_id FROM ledger.token_change WHERE jurisdiction_id = $1
            ) AS c
            """,
        finding: """
            SELECT min(c.entry_id), 'principal', CASE
                WHEN p.login IS NULL THEN ARRAY['id']
                WHEN p.login <> c.login AND p.kind <> c.kind THEN ARRAY['login', 'kind']
                WHEN p.login <> c.login THEN ARRAY['login'] ELSE ARRAY['kind'] END, format(
                'principal %s is the %s %s, its history says the %s %s', c.principal_id,
                coalesce(p.kind, 'unknown'), coalesce(p.login, 'one'), c.kind, c.login
            )
            FROM (
                SELECT principal_id, entry_id, login, 'login' AS kind
                FROM ledger.role_change WHERE jurisdiction_id = $1
                UNION ALL
                SELECT principal_id, entry_id, format('token:%s:%s', $1, label), 'token'
                FROM ledger.token_change WHERE jurisdiction_id = $1
            ) AS c
            LEFT JOIN ledger.principal AS p ON p.id = c.principal_id
            WHERE (p.login, p.kind) IS DISTINCT FROM (c.login, c.kind)
            GROUP BY c.principal_id, p.login, p.kind, c.login, c.kind
            """
    )

    /// The last change of each token decides whether it is in force.
    ///
    /// `source` is the table of tokens for who may read it, else the view of one's own
    /// jurisdiction.
    static func tokens(source: String) -> DerivedCheck {
        DerivedCheck(
            subject: .tokens,
            counting: "SELECT count(*) FROM \(source) WHERE jurisdiction_id = $1",
            finding: """
                WITH expected AS (
                    SELECT * FROM (
                        SELECT DISTINCT ON (c.principal_id) c.token_hash, c.principal_id, c.role,
                            c.expires_at, c.entry_id, c.action
                        FROM ledger.token_change AS c WHERE c.jurisdiction_id = $1
                        ORDER BY c.principal_id, c.entry_id DESC
                    ) AS c WHERE c.action = 'issue'
                ), stored AS (
                    SELECT t.token_hash, t.principal_id, t.role, t.expires_at
                    FROM \(source) AS t WHERE t.jurisdiction_id = $1
                )
                SELECT e.entry_id, 'token', array_remove(ARRAY[
                    CASE WHEN e.principal_id <> t.principal_id THEN 'principal_id' END,
                    CASE WHEN e.role <> t.role THEN 'role' END,
                    CASE WHEN e.expires_at <> t.expires_at THEN 'expires_at' END
                ], NULL), format('token of principal %s: %s',
                    coalesce(e.principal_id, t.principal_id), CASE
                        WHEN e.entry_id IS NULL THEN 'in force, but its history does not issue it'
                        WHEN t.principal_id IS NULL THEN 'issued by its history, but not in force'
                        ELSE 'differs from what its history says' END
                )
                FROM expected AS e FULL JOIN stored AS t USING (token_hash)
                WHERE (e.principal_id, e.role, e.expires_at)
                    IS DISTINCT FROM (t.principal_id, t.role, t.expires_at)
                """
        )
    }

    /// What waits to be sealed has a header and no seal.
    static let tail = DerivedCheck(
        subject: .tail,
        counting: "SELECT count(*) FROM ledger.journal_tail WHERE jurisdiction_id = $1",
        finding: """
            SELECT t.entry_id, 'journal_tail', ARRAY['entry_id'], CASE
                WHEN s.entry_id IS NULL
                    THEN format('entry id %s waits to be sealed but has no header', t.entry_id)
                ELSE format('entry %s is sealed and waits to be sealed', s.number) END
            FROM ledger.journal_tail AS t
            LEFT JOIN ledger.sealed_entry AS s
                ON s.jurisdiction_id = $1 AND s.entry_id = t.entry_id
            WHERE t.jurisdiction_id = $1 AND (s.entry_id IS NOT NULL OR NOT EXISTS (
                SELECT FROM ledger.journal_entry AS e
                WHERE e.jurisdiction_id = $1 AND e.id = t.entry_id
            ))
            """
    )
}
