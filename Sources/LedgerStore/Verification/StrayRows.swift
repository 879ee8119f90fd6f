import LedgerModel
import PostgresClient

/// Rows that belong to no sealed entry and to none that waits to be sealed, and rows that stand
/// in another jurisdiction than their entry.
struct StrayRows {
    let jurisdiction: Int32
    /// Whether rows of other jurisdictions can be seen, too.
    let seesAll: Bool
    /// The tables that have such rows.
    private(set) var tables: Set<String> = []

    init(jurisdiction: Int32, seesAll: Bool) {
        self.jurisdiction = jurisdiction
        self.seesAll = seesAll
    }

    mutating func check(
        _ sealedTables: [SealedTable],
        into tally: inout VerificationTally,
        _ connection: isolated PostgresConnection
    ) async throws {
        let begin = ContinuousClock.now
        for table in sealedTables {
            tally.checked(.strays)
            try await check(table, into: &tally, connection)
        }
        tally.took(.strays, ContinuousClock.now - begin)
    }

    private mutating func check(
        _ table: SealedTable,
        into tally: inout VerificationTally,
        _ connection: isolated PostgresConnection
    ) async throws {
        let entry = "r.\(table.entryColumn)"
        let rows = try await connection.execute(
            """
            SELECT \(raw: entry), count(*) OVER ()
            FROM ledger.\(raw: table.name) AS r
            WHERE r.\(raw: table.jurisdictionColumn) = \(jurisdiction)
                AND NOT EXISTS (
                    SELECT FROM ledger.sealed_entry AS s
                    WHERE s.jurisdiction_id = \(jurisdiction) AND s.entry_id = \(raw: entry)
                ) AND NOT EXISTS (
                    SELECT FROM ledger.journal_tail AS t
                    WHERE t.jurisdiction_id = \(jurisdiction) AND t.entry_id = \(raw: entry)
                )
            ORDER BY 1 LIMIT 1
            """,
            deadline: .verification
        )
        guard let row = rows.first else { return }
        let id = try row.decode(Int64.self, at: 0)
        tables.insert(table.name)
        tally.found(
            .strays,
            VerificationFinding(
                table: table.name,
                columns: [table.entryColumn],
                explanation: "\(table.name) has a row of entry id \(id), which is neither sealed "
                    + "nor waiting to be sealed"
            ),
            violations: try row.decode(at: 1)
        )
    }

    /// Whether a row of this entry stands in another jurisdiction.
    func hasMoved(
        _ table: SealedTable,
        entry: Int64,
        _ connection: isolated PostgresConnection
    ) async throws -> Bool {
        guard seesAll else { return false }
        return try await !connection.execute(
            """
            SELECT FROM ledger.\(raw: table.name) AS r
            WHERE r.\(raw: table.entryColumn) = \(entry)
                AND r.\(raw: table.jurisdictionColumn) <> \(jurisdiction)
            LIMIT 1
            """
        ).isEmpty
    }

    /// Whether one of these numbers is taken in another jurisdiction by an entry of this one.
    func hasMovedSeal(
        _ numbers: Range<Int64>,
        _ connection: isolated PostgresConnection
    ) async throws -> Bool {
        guard seesAll else { return false }
        return try await !connection.execute(
            """
            SELECT FROM ledger.sealed_entry AS s
            JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = \(jurisdiction) AND e.id = s.entry_id
            WHERE s.jurisdiction_id <> \(jurisdiction)
                AND s.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound - 1)
            LIMIT 1
            """
        ).isEmpty
    }

    /// Whether a block that continues this chain stands in another jurisdiction.
    func hasMovedBlock(
        previousHash: [UInt8],
        _ connection: isolated PostgresConnection
    ) async throws -> Bool {
        guard seesAll, previousHash != LeafFormat.genesis else { return false }
        return try await !connection.execute(
            """
            SELECT FROM ledger.block AS b
            WHERE b.jurisdiction_id <> \(jurisdiction) AND b.previous_hash = \(previousHash)
            LIMIT 1
            """
        ).isEmpty
    }
}
