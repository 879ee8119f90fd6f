package import LedgerModel
package import PostgresClient

/// A delinquency with the identity of its docket, as it is reckoned now.
package struct DelinquencyRow: Sendable {
    package let docketID: Int64
    package let delinquency: Delinquency
    /// The penalty as it was recorded before; nil for what is not recorded yet.
    package let recorded: Money?
    /// How much of the penalties can be taken off.
    package let room: Money

    /// What is to be added to the penalties (negative: taken off).
    package func due() throws(LedgerRefusal) -> Money {
        guard let recorded else { return delinquency.penalty }
        return try max(delinquency.penalty - recorded, .zero - room)
    }
}

extension DelinquencyRow {
    init(_ row: PostgresRow) throws {
        docketID = try row.decode(at: 0)
        delinquency = try Delinquency(
            docket: row.decode(at: 10),
            debt: row.decode(at: 1),
            dueOn: LedgerDate(row.decode(PostgresDate.self, at: 2)),
            stage: row.word(at: 3),
            aroseOn: LedgerDate(row.decode(PostgresDate.self, at: 4)),
            principal: Money(cents: row.decode(at: 5)),
            penaltyMillionths: row.decode(at: 6),
            acceleratedDueDays: row.decode(Int32?.self, at: 7).map(Int.init)
        )
        recorded = try row.decode(Int64?.self, at: 8).map(Money.init(cents:))
        room = Money(cents: try row.decode(Int64?.self, at: 9) ?? 0)
    }
}

extension LedgerStore {
    /// The dockets with debts that the law penalizes when late, by their identities, in order.
    package func docketsWithLateTerms() async throws -> [Int64] {
        try await withTransaction(.bound(readOnly: true)) { connection in
            let query: Query =
                """
                SELECT DISTINCT b.docket_id
                FROM ledger.authority_term AS a
                JOIN ledger.debt AS b
                    ON b.jurisdiction_id = a.jurisdiction_id AND b.authority_id = a.authority_id
                WHERE a.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND a.name = 'delinquent_after_days'
                ORDER BY b.docket_id
                """
            return try await connection.execute(query.named("late_dockets"))
                .map { try $0.decode(at: 0) }
        }
    }
}

extension PostgresConnection {
    /// Locks dockets and reads what became delinquent or went into default by a day.
    package func claimDelinquencies(
        dockets: [Int64],
        asOf day: LedgerDate
    ) async throws -> [DelinquencyRow] {
        let query: Query =
            """
            SELECT docket_id, debt_no, due_on, stage, arose_on, principal_cents,
                penalty_millionths, accelerated_due_days, recorded_cents, room_cents, reference
            FROM ledger_api.claim_delinquencies(\(dockets), \(PostgresDate(day)))
            """
        return try await execute(query.named("claim_delinquencies"), prepared: true)
            .map(DelinquencyRow.init)
    }

    /// Records delinquencies with their penalties, and corrects those recorded before.
    package func record(
        _ rows: [DelinquencyRow],
        asOf day: LedgerDate
    ) async throws -> [DoorReply] {
        let events = rows.map(\.delinquency)
        let query: Query =
            """
            SELECT \(raw: DoorReply.columns) FROM ledger_api.record_delinquencies(
                \(rows.map(\.docketID)), \(events.map(\.debt)),
                \(events.map { PostgresDate($0.dueOn) }), \(events.map(\.stage.rawValue)),
                \(try rows.map { try $0.due().cents }),
                \(events.map { PostgresDate($0.noticeBy) }),
                \(PostgresDate(day))
            ) ORDER BY item
            """
        return try await execute(query.named("record_delinquencies"), prepared: true)
            .map(DoorReply.init)
    }
}
