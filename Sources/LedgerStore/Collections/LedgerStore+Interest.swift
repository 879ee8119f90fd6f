package import LedgerModel
package import PostgresClient

/// A debt that bears interest, under the lock of its docket.
package struct InterestRow: Sendable {
    package let docketID: Int64
    package let debt: Int16
    package let rateMillionths: Int64
    package let dayCount: Policies.DayCount
    package let firstLiableOn: LedgerDate
    /// Through which day interest is reckoned: the day asked for, or one that was reckoned before.
    package let lastOn: LedgerDate
    package let cap: Money?
    package let posted: Money
    /// What of the interest posted is not paid.
    package let open: Money
    package let principal: [InterestAccrual.Change]
}

extension InterestRow {
    init(_ row: PostgresRow) throws {
        docketID = try row.decode(at: 0)
        debt = try row.decode(at: 1)
        rateMillionths = Int64(try row.decode(Int32.self, at: 2))
        dayCount = try row.word(at: 3)
        firstLiableOn = try LedgerDate(row.decode(PostgresDate.self, at: 4))
        lastOn = try LedgerDate(row.decode(PostgresDate.self, at: 5))
        cap = try row.decode(Int64?.self, at: 6).map(Money.init(cents:))
        posted = Money(cents: try row.decode(at: 7))
        open = Money(cents: try row.decode(at: 8))
        let days = try row.decode([PostgresDate].self, at: 9)
        let cents = try row.decode([Int64].self, at: 10)
        principal = try zip(days, cents).map { day, cents in
            InterestAccrual.Change(Money(cents: cents), on: try LedgerDate(day))
        }
    }
}

/// A debt on which the law gives interest and whose rate nobody recorded.
package struct MissingRateRow: Sendable {
    package let reference: String?
    package let debt: Int16
    package let kind: DebtKind
    package let from: LedgerDate
    package let open: Money
}

extension LedgerStore {
    /// The debts on which the law gives interest through a day and whose rate nobody recorded.
    package func missingRates(through day: LedgerDate) async throws -> [MissingRateRow] {
        try await withTransaction(.bound(readOnly: true)) { connection in
            let query: Query =
                """
                SELECT reference, debt_no, kind, from_day, open_cents
                FROM ledger_api.rates_missing(\(PostgresDate(day)))
                """
            return try await connection.execute(query.named("rates_missing")).map { row in
                MissingRateRow(
                    reference: try row.decode(at: 0),
                    debt: try row.decode(at: 1),
                    kind: try row.word(at: 2),
                    from: try LedgerDate(row.decode(PostgresDate.self, at: 3)),
                    open: Money(cents: try row.decode(at: 4))
                )
            }
        }
    }

    /// The dockets with a rate of interest, by their identities, in order.
    package func docketsWithInterest() async throws -> [Int64] {
        try await withTransaction(.bound(readOnly: true)) { connection in
            let query: Query =
                """
                SELECT DISTINCT docket_id FROM ledger.interest_term
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) ORDER BY docket_id
                """
            return try await connection.execute(query.named("interest_dockets"))
                .map { try $0.decode(at: 0) }
        }
    }
}

extension PostgresConnection {
    /// Locks dockets and reads on which terms their debts bear interest.
    package func claimInterest(
        dockets: [Int64],
        through day: LedgerDate
    ) async throws -> [InterestRow] {
        let query: Query =
            """
            SELECT docket_id, debt_no, rate_millionths, day_count, first_liable_on, last_on,
                cap_cents, posted_cents, open_cents, days, cents
            FROM ledger_api.claim_interest(\(dockets), \(PostgresDate(day)))
            """
        return try await execute(query.named("claim_interest"), prepared: true)
            .map(InterestRow.init)
    }

    /// Posts interest that accrued through a day, one amount for each debt.
    package func accrueInterest(
        _ accruals: [(docket: Int64, debt: Int16, amount: Money)],
        through day: LedgerDate
    ) async throws -> [DoorReply] {
        let query: Query =
            """
            SELECT \(raw: DoorReply.columns) FROM ledger_api.accrue_interest(
                \(accruals.map(\.docket)), \(accruals.map(\.debt)), \(accruals.map(\.amount.cents)),
                \(PostgresDate(day))
            ) ORDER BY item
            """
        return try await execute(query.named("accrue_interest"), prepared: true)
            .map(DoorReply.init)
    }
}

extension PostgresConnection {
    /// The authority of a debt, and the rate of interest recorded for it.
    package func interestFacts(
        _ docket: Int64,
        _ debt: Int16
    ) async throws -> (authority: Int32?, rate: Int32?) {
        let query: Query =
            """
            SELECT b.authority_id, (
                SELECT t.rate_millionths FROM ledger.interest_term AS t
                WHERE t.jurisdiction_id = b.jurisdiction_id AND t.docket_id = b.docket_id
                    AND t.debt_no = b.debt_no
                ORDER BY t.entry_id DESC LIMIT 1
            )
            FROM ledger.debt AS b
            WHERE b.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND b.docket_id = \(docket) AND b.debt_no = \(debt)
            """
        guard let row = try await execute(query.named("interest_facts")).first else {
            return (nil, nil)
        }
        return (try row.decode(at: 0), try row.decode(at: 1))
    }
}
