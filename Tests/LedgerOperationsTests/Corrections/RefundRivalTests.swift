import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// Two connections with refunds of the same dockets in opposite order.
@Suite struct RefundRivalTests {
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [(Door.issueRefunds, "refund"), (.oweRefunds, "payable")]
    )
    func `batches that name dockets in opposite order wait for each other and both pass`(
        door: Door,
        word: String
    ) async throws {
        let test = try await TestLedger.make(from: "us")
        let dockets = try await overpaid(test)
        let holder = try await connection(test, nil)
        try await holder.runScript(
            """
            BEGIN; SELECT FROM ledger.purse WHERE jurisdiction_id = (
                SELECT id FROM ledger.jurisdiction WHERE code = '\(test.code)'
            ) FOR UPDATE
            """
        )
        let rivals = [try await connection(test, "clerk"), try await connection(test, "clerk")]
        let batches = [dockets, dockets.reversed()].map { Self.batch($0, door, word) }
        let outcomes = try await withThrowingTaskGroup(of: [String].self) { group in
            for (rival, batch) in zip(rivals, batches) {
                group.addTask {
                    let query: Query =
                        """
                        SELECT outcome || coalesce(' ' || code, '')
                        FROM ledger_api.\(raw: door.rawValue)(\(batch)::jsonb)
                        """
                    return try await rival.execute(query).map { try $0.decode(at: 0) }
                }
            }
            try await waitUntilBothWait(test)
            try await holder.runScript("COMMIT")
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(outcomes == ["accepted", "accepted", "accepted", "accepted"])
        for session in rivals + [holder] { await session.close() }
    }

    /// Until the holder lets go, both rivals stand in the queue for something; gives up in time.
    private func waitUntilBothWait(_ test: TestLedger) async throws {
        for _ in 0..<200 {
            let waiting = try await test.query(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE application_name = \(test.code) AND wait_event_type = 'Lock'
                """
            )
            if try waiting[0].decode(Int64.self, at: 0) == 2 { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        Issue.record("the rivals do not wait")
    }

    private static func batch(_ dockets: [Int64], _ door: Door, _ word: String) -> String {
        let commands = dockets.map { docket in
            """
            {"key": "\(word) \(docket) \(dockets[0])", "statement": {"docket": \(docket),
                "amount_cents": 100, "payable_to": "payer", "effective_on": "2024-06-03",
                "check_number": null}}
            """
        }
        return "[\(commands.joined(separator: ","))]"
    }

    /// Two dockets whose conviction was vacated and that hold more money than that frees, and a
    /// court where one person may give it back.
    private func overpaid(_ test: TestLedger) async throws -> [Int64] {
        var ids: [Int64] = []
        let clerk = try await test.clerk
        for name in ["A", "B"] {
            try await clerk.open(OpenDocket(name, judgmentOn: LedgerDate(iso: "2020-06-01")))
            let court = Case(test: test, clerk: clerk, docket: name)
            try await court.assess("us-3013") { $0.grade = "felony" }
            try await court.pay("110.00")
            ids.append(try await clerk.docketID(name))
        }
        let courts = ["A", "B"].map { Case(test: test, clerk: clerk, docket: $0) }
        try await courts[0].deposit("220.00")
        for court in courts { try await court.vacate() }
        try await courts[0].hold(["refund_approval_minimum": "1000.00"])
        return ids
    }

    private func connection(_ test: TestLedger, _ job: String?) async throws -> PostgresConnection {
        let login = job.map { "\(SharedDatabase.name)_\($0)" }
        let connection = try await PostgresConnection.connect(
            SharedDatabase.configuration(user: login)
        )
        try await connection.runScript(
            """
            SET redress.jurisdiction = '\(test.code)'; SET application_name = '\(test.code)';
            SET lock_timeout = '20s'
            """
        )
        return connection
    }
}

extension Ledger {
    /// The identity of a docket.
    fileprivate func docketID(_ reference: String) async throws -> Int64 {
        let dockets = try await store.withTransaction { try await $0.dockets([reference]) }
        return try #require(dockets.first).id
    }
}
