import LedgerModel
import LedgerOperations
import LedgerStatements
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct CheckTests {
    @Test func `a refund nobody cashes is void, unclaimed, and turned over in the end (W-11)`()
        async throws
    {
        let court = try await overpaid()
        let accounts = ["101000", "240000", "240000.2"]
        #expect(try await court.courtBalances(accounts) == ["17700.00", "0.00", "0.00"])
        #expect(try await outstanding(court, "2024-06-03") == ["501 783.33"])
        #expect(try await stale(court, "2025-06-02").isEmpty)
        #expect(try await stale(court, "2025-06-03").map(\.number) == [501])
        #expect(try await stale(court, "2025-06-03").isEmpty)
        #expect(try await outstanding(court, "2025-06-03") == [])
        #expect(try await court.courtBalances(accounts) == ["18483.33", "0.00", "-783.33"])
        try await court.hold(["unclaimed_escheat_days": "400"])
        #expect(try await escheat(court, "2025-07-07").isEmpty)
        #expect(try await escheat(court, "2025-07-08").map(\.number) == [501])
        #expect(try await escheat(court, "2025-07-08").isEmpty)
        #expect(try await court.courtBalances(accounts) == ["17700.00", "0.00", "0.00"])
        #expect(try await court.applied() == ["200.00", "10000.00", "2500.00", "5000.00"])
        #expect(
            try await court.clerk.checks(on: Case.day("2025-07-08")).map(\.state) == [.escheated]
        )
        try await court.expectBalanced()
    }

    @Test func `a lost check is paid again under another number`() async throws {
        let court = try await overpaid()
        try await court.clerk.void(check: 501, because: .lost, on: Case.day("2024-06-20"))
        #expect(
            try await court.code { try await court.clerk.reissue(check: 501) } == .samePersonTwice
        )
        let second = try await court.secondClerk()
        let again = try await second.reissue(check: 501, on: Case.day("2024-06-21"))
        #expect(again.reference == "502")
        #expect(try await outstanding(court, "2024-06-30") == ["502 783.33"])
        #expect(try await court.courtBalances(["101000", "240000.2"]) == ["17700.00", "0.00"])
        #expect(
            try await court.code { try await second.reissue(check: 501) }
                == .nothingUnclaimed
        )
        #expect(
            try await court.code { try await court.clerk.void(check: 501, because: .lost) }
                == .checkVoidAlready
        )
        try await court.expectBalanced()
    }

    @Test func `a check is neither stale nor escheated before its time`() async throws {
        let court = try await overpaid()
        let early = try Case.day("2024-06-10")
        #expect(
            try await court.code {
                try await court.clerk.void(check: 501, because: .stale, on: early)
            } == .checkNotStale
        )
        #expect(
            try await court.code { try await court.clerk.void(check: 9, because: .lost) }
                == .checkUnknown
        )
        try await court.clerk.void(check: 501, because: .stopped, on: early)
        let check = try await court.clerk.checks()[0]
        #expect(
            try await court.code {
                _ = try await court.clerk.record(
                    .payUnclaimed,
                    [
                        "check": .number(check.id), "effective_on": .text("2024-06-11"),
                        "paid_to": .text("escheat"),
                    ],
                    CommandOptions()
                )
            } == .escheatTooEarly
        )
    }

    @Test func `money is turned over by the age of its first check, however often paid again`()
        async throws
    {
        let court = try await overpaid()
        try await court.hold(["unclaimed_escheat_days": "400"])
        try await court.clerk.void(check: 501, because: .lost, on: Case.day("2025-03-01"))
        let second = try await court.secondClerk()
        try await second.reissue(check: 501, on: Case.day("2025-03-02"))
        try await court.clerk.void(check: 502, because: .lost, on: Case.day("2025-07-01"))
        try await second.reissue(check: 502, on: Case.day("2025-07-02"))
        try await court.clerk.void(check: 503, because: .lost, on: Case.day("2025-07-03"))
        #expect(try await escheat(court, "2025-07-07").isEmpty)
        #expect(try await escheat(court, "2025-07-08").map(\.number) == [503])
        try await court.expectBalanced()
    }

    @Test func `a check is voided, and its money paid, in a way that is known`() async throws {
        let court = try await overpaid()
        let check = try await court.clerk.checks()[0]
        for (door, name) in [(Door.voidChecks, "reason"), (.payUnclaimed, "paid_to")] {
            for word in [nil, "unknown"] {
                let code = try await court.code {
                    _ = try await court.clerk.record(
                        door,
                        [
                            "check": .number(check.id), "effective_on": .text("2024-06-11"),
                            name: .text(word),
                        ],
                        CommandOptions()
                    )
                }
                #expect(code == .textTooLong, "\(door), \(word ?? "nothing")")
            }
        }
    }

    @Test func `a check that the bank paid is not stale`() async throws {
        let court = try await overpaid()
        let fund = try #require(try await court.test.owner.books().custodialFunds.first?.code)
        try await court.test.owner.add(BankAccount("trust", fund: fund), number: "00040001234")
        let text = StatementRoom.mt940("1", day: "240620", opening: 1_848_333, [-78_333])
        let bytes = Array(text.utf8)
        _ = try await court.test.ledger(as: .reconciler).importStatements(
            ImportStatements(),
            StatementInput(name: "a.sta") { Array(bytes.dropFirst($0).prefix(4096)) }
        )
        try await match(court, check: court.clerk.checks()[0].id)
        #expect(try await outstanding(court, "2024-06-19") == ["501 783.33"])
        #expect(try await outstanding(court, "2024-06-20") == [])
        #expect(
            try await court.clerk.checks(on: Case.day("2024-06-20")).map(\.state) == [.cleared]
        )
        #expect(try await stale(court, "2026-01-02").isEmpty)
        #expect(
            try await court.code {
                try await court.clerk.void(check: 501, because: .lost)
            } == .checkPaid
        )
    }

    /// Ties the only line of the statement to the entry that drew the check.
    private func match(_ court: Case, check: Int64) async throws {
        _ = try await court.test.query(
            """
            WITH j AS (SELECT ledger_api.require_role('owner') AS id), e AS (
                SELECT ledger_api.write_entry(
                    'matches', '{"key": "m", "statement": {}}', '2024-06-21', '2024-06-21'
                ) AS id FROM j
            )
            SELECT ledger_api.write_matches(
                j.id, e.id, l.account, NULL, NULL, '{1}', '{accepted}', '{NULL}', '{0}', '{NULL}',
                '{0}', '{0}', '{it is this check}', '{1}', ARRAY[l.statement_id],
                ARRAY[l.ordinal], ARRAY[l.amount_minor], '{1}', ARRAY[\(check)]::bigint[],
                ARRAY[l.amount_minor]
            )
            FROM j, e, (
                SELECT l.statement_id, l.ordinal, l.amount_minor, s.bank_account_id AS account
                FROM ledger.statement_line AS l
                JOIN ledger.statement AS s
                    ON s.jurisdiction_id = l.jurisdiction_id AND s.entry_id = l.statement_id
                WHERE l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            ) AS l
            """
        )
    }

    private func overpaid() async throws -> Case {
        let court = try await Case.federal()
        try await court.payAll()
        try await court.deposit("18483.33")
        try await court.refund(check: 501)
        return court
    }

    private func outstanding(_ court: Case, _ day: String) async throws -> [String] {
        try await court.clerk.checks(on: Case.day(day)).filter { $0.state == .outstanding }
            .map { "\($0.number) \($0.amount)" }
    }

    private func stale(_ court: Case, _ day: String) async throws -> [Check] {
        try await court.clerk.voidStaleChecks(through: Case.day(day))
    }

    private func escheat(_ court: Case, _ day: String) async throws -> [Check] {
        try await court.clerk.escheatUnclaimedChecks(through: Case.day(day))
    }
}
