package import LedgerModel
package import PostgresClient

extension LedgerStore {
    /// Does the rules of a run one after the other, each in a transaction of its own.
    ///
    /// One connection keeps the open lines between them. All of them are done again while `again`
    /// says so of what they did. Without `keeping` all is one transaction, and nothing is kept.
    package func runMatchPasses(
        keeping: Bool,
        again: @Sendable @escaping ([MatchPassRow]) -> Bool,
        _ pass:
            @Sendable @escaping (
                isolated PostgresConnection, _ sweep: Int, _ number: Int32
            ) async throws -> MatchPassRow?
    ) async throws -> [[MatchPassRow]] {
        guard keeping else {
            return try await withTransaction(keeping: false) { connection in
                var sweeps: [[MatchPassRow]] = []
                while sweeps.count < Self.mostSweeps, sweeps.last.map(again) ?? true {
                    var rows: [MatchPassRow] = []
                    while let row = try await pass(
                        connection,
                        sweeps.count + 1,
                        Int32(rows.count + 1)
                    ) { rows.append(row) }
                    sweeps.append(rows)
                }
                return sweeps
            }
        }
        return try await pool.withConnection { connection in
            var sweeps: [[MatchPassRow]] = []
            while sweeps.count < Self.mostSweeps, sweeps.last.map(again) ?? true {
                let sweep = sweeps.count + 1
                var rows: [MatchPassRow] = []
                var isDone = false
                while !isDone {
                    let number = Int32(rows.count + 1)
                    let row = try await connection.transaction(.bound()) { connection in
                        try await connection.pipeline(binding, prepared: true)
                        return try await pass(connection, sweep, number)
                    }
                    if let row { rows.append(row) }
                    isDone = row == nil
                }
                sweeps.append(rows)
            }
            return sweeps
        }
    }

    /// A bound that is never met: each sweep explains further lines.
    private static var mostSweeps: Int { 20 }
}

extension PostgresConnection {
    /// Does one rule of a run; nil when there are no further rules.
    package func runMatchPass(
        account: Int64,
        key: String,
        number: Int32,
        asOf day: LedgerDate,
        _ sums: FoundSums
    ) async throws -> MatchPassRow? {
        let query: Query =
            """
            SELECT \(raw: MatchPassRow.columns) FROM ledger_api.run_match_pass(
                \(account), \(key), \(number), \(PostgresDate(day)), \(sums.targets),
                \(sums.areReverse), \(sums.counts), \(sums.areProven),
                \(sums.memberSums), \(sums.members)
            )
            """
        return try await execute(query.named("run_match_pass"), deadline: .verification)
            .first.map(MatchPassRow.init)
    }

    /// Lines after one of them, and the few that may add up to each.
    package func matchBlocks(
        account: Int64,
        key: String,
        number: Int32,
        asOf day: LedgerDate,
        isReverse: Bool,
        after: Int32
    ) async throws -> [MatchBlockRow] {
        let query: Query =
            """
            SELECT target_id, target, ids, amounts FROM ledger_api.match_blocks(
                \(account), \(key), \(number), \(PostgresDate(day)), \(isReverse), \(after), 2000
            )
            """
        return try await execute(query, deadline: .verification).map(MatchBlockRow.init)
    }

    /// The rules that hold for a bank account, or those built in; `version` is nil for these.
    package func matchRules(account: Int64) async throws -> [MatchRuleRow] {
        let query: Query =
            """
            WITH held AS (
                SELECT m.jurisdiction_id, m.entry_id, m.version FROM ledger.match_rules AS m
                WHERE m.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND m.bank_account_id = \(account)
                ORDER BY m.version DESC LIMIT 1
            )
            SELECT h.version, r.rule_no, r.name, r.pass, r.kinds, r.days_before, r.days_after,
                r.tolerance_minor, r.may_confirm, r.difference_role
            FROM held AS h
            JOIN ledger.match_rule AS r
                ON r.jurisdiction_id = h.jurisdiction_id AND r.entry_id = h.entry_id
            UNION ALL
            SELECT NULL, d.* FROM ledger_api.default_match_rules() AS d
            WHERE NOT EXISTS (SELECT FROM held)
            ORDER BY 2
            """
        return try await execute(query).map(MatchRuleRow.init)
    }

    /// What rules would find in the lines of some days, beside what stands.
    package func tryMatchRules(
        account: Int64,
        rules: String,
        from: LedgerDate?,
        through day: LedgerDate
    ) async throws -> [TriedRuleRow] {
        let query: Query =
            """
            SELECT rule_no, name, pass, confirmed, proposed, ambiguous, confirmed_right,
                confirmed_wrong, proposed_right, proposed_wrong
            FROM ledger_api.try_match_rules(
                \(account), \(PostgresJSON(rules)),
                \(from.map(PostgresDate.init) as PostgresDate?), \(PostgresDate(day))
            )
            ORDER BY rule_no
            """
        return try await execute(query, deadline: .verification).map(TriedRuleRow.init)
    }

    /// SHA-256 of all that stands on a bank account.
    package func matchHash(account: Int64) async throws -> String {
        try await execute(
            """
            SELECT encode(ledger_api.match_hash(ledger.bound_jurisdiction(), \(account)), 'hex')
            """,
            deadline: .verification
        )[0].decode(at: 0)
    }

    /// What is not explained on both sides of a bank account on a day.
    package func openLines(
        account: Int64,
        asOf day: LedgerDate
    ) async throws -> (statement: OpenLinesRow, book: OpenLinesRow) {
        let query: Query =
            """
            SELECT count(*), coalesce(sum(l.amount_minor - l.claimed_minor), 0)::bigint
            FROM ledger_api.statement_lines_in_use(
                ledger.bound_jurisdiction(), \(account), \(PostgresDate(day))
            ) AS l
            WHERE l.claimed_minor <> l.amount_minor
            UNION ALL
            SELECT count(*), coalesce(sum(l.amount_cents - l.claimed_cents), 0)::bigint
            FROM ledger.bank_account AS b
            CROSS JOIN LATERAL ledger_api.book_lines(
                b.jurisdiction_id, b.account_id, \(PostgresDate(day))
            ) AS l
            WHERE b.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND b.entry_id = \(account) AND l.claimed_cents <> l.amount_cents
            """
        let rows = try await execute(query, deadline: .verification).map { row in
            OpenLinesRow(lines: try row.decode(at: 0), cents: try row.decode(at: 1))
        }
        return (rows[0], rows[1])
    }
}
