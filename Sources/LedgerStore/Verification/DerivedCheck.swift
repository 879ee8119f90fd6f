import LedgerModel
import PostgresClient

/// A table that only repeats what sealed tables say, and the query that finds where it does not.
struct DerivedCheck {
    let subject: VerificationCheck.Subject
    /// Counts what is compared; `$1` is the jurisdiction.
    let counting: String
    /// Finds violations: entry id or NULL, table, columns, explanation; `$1` is the jurisdiction.
    let finding: String

    func run(
        jurisdiction: Int32,
        into tally: inout VerificationTally,
        _ connection: isolated PostgresConnection
    ) async throws {
        let begin = ContinuousClock.now
        let counts = try await connection.execute(
            Query(counting, [jurisdiction]),
            deadline: .verification
        )
        for row in counts { tally.checked(subject, try row.decode(at: 0)) }
        let rows = try await connection.execute(
            Query(
                """
                SELECT s.number, f.table_name, f.columns, f.explanation, count(*) OVER ()
                FROM (\(finding)) AS f (entry_id, table_name, columns, explanation)
                LEFT JOIN ledger.sealed_entry AS s
                    ON s.jurisdiction_id = $1 AND s.entry_id = f.entry_id
                ORDER BY s.number, f.explanation LIMIT 10
                """,
                [jurisdiction]
            ),
            deadline: .verification
        )
        for (index, row) in rows.enumerated() {
            let total = try row.decode(Int64.self, at: 4)
            let finding = VerificationFinding(
                entryNumber: try row.decode(at: 0),
                table: try row.decode(at: 1),
                columns: try row.decode(at: 2),
                explanation: try row.decode(at: 3)
            )
            let isLast = index == rows.count - 1
            let violations = isLast ? total - Int64(index) : 1
            tally.found(subject, finding, violations: violations)
        }
        tally.took(subject, ContinuousClock.now - begin)
    }
}

extension Duration {
    /// A query over all rows of a large ledger takes minutes.
    static let verification = Duration.seconds(3600)
}
