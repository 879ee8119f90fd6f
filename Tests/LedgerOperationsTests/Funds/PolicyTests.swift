import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerStore
import LedgerTestSupport
import PostgresClient
import StatuteLibrary
import Testing

@Suite struct PolicyTests {
    @Test func `the database and the model have the same settings and defaults`() async throws {
        let test = try await TestLedger.make()
        let rows = try await test.query("SELECT name, value FROM ledger_api.policy_defaults()")
        let stored = try rows.reduce(into: [String: String]()) { stored, row in
            stored[try row.decode(at: 0)] = try row.decode(String.self, at: 1)
        }
        #expect(stored == Policies().values)
        #expect(Policies.meanings.map(\.name) == Policies.names)
        for name in Policies.names {
            let value = try await test.query("SELECT ledger_api.policy_in_force(\(name))")[0]
                .decode(String?.self, at: 0)
            #expect(value == Policies().values[name], "\(name)")
        }
    }

    @Test(arguments: [
        ("interest_day_count", "actual_366", "30_360"),
        ("default_penalty_base", "accelerated", "all"), ("void_by_another", "yes", "true"),
        ("hold_days_card", "36500", "36501"), ("hold_days_card", "7", "007"),
        ("stale_check_days", "180", "-1"), ("returned_check_fee", "30.00", "30"),
        ("victim_payment_minimum", "0.01", "1.001"), ("patience", nil, "30"),
    ])
    func `the database takes what the model takes`(
        name: String,
        right: String?,
        wrong: String
    ) async throws {
        let test = try await TestLedger.make()
        for (value, code) in [(right, nil), (wrong, "LG807")] {
            guard let value else { continue }
            let rows = try await test.query(
                """
                SELECT code FROM ledger_api.set_policies(jsonb_build_array(jsonb_build_object(
                    'key', \(value), 'statement', jsonb_build_object(\(name), \(value)))))
                """
            )
            #expect(try rows[0].decode(String?.self, at: 0) == code, "\(name) \(value)")
        }
    }

    @Test func `what a profile settles is stored, and what its court chose since stays`()
        async throws
    {
        let test = try await TestLedger.make(from: "us")
        #expect(try await test.row("days_to_deposit") == ["3", "1"])
        try await test.owner.set(policy: "days_to_deposit", to: "5")
        let again = try await test.owner.initialize(from: "us", as: test.code)
        #expect(again.added == 0)
        #expect(try await test.row("days_to_deposit") == ["5", "1"])
        #expect(try await test.row("hold_days_card") == ["120", "0"])
        #expect(try await test.held("card") == 120)
        #expect(try await test.row("hold_days_cash") == ["0", "0"])
    }

    @Test func `an owner alone chooses, everybody reads, and a wrong value is refused`()
        async throws
    {
        let test = try await TestLedger.make()
        let clerk = try await test.clerk
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await clerk.set(policy: "stale_check_days", to: "90")
        }
        #expect(refusal?.code == .roleMissing)
        for (name, value) in [("stale_check_days", "soon"), ("patience", "1")] {
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await test.owner.set(policy: name, to: value)
            }
            #expect(refusal?.code == .settingNotValid)
        }
        let dry = CommandOptions(isDryRun: true)
        try await test.owner.set(policy: "stale_check_days", to: "90", dry)
        #expect(try await test.row("stale_check_days", as: clerk) == ["365", "365"])
        try await test.owner.set(policy: "stale_check_days", to: "90")
        try await test.owner.set(policy: "returned_check_fee", to: "30")
        #expect(try await test.row("stale_check_days", as: clerk) == ["90", "365"])
        #expect(try await test.row("returned_check_fee", as: clerk) == ["30.00", "0.00"])
    }

    @Test func `money is held as the court chose, and the default is the model's`() async throws {
        let court = try await Case.open()
        for (method, days) in Policies().holdDays {
            #expect(try await court.test.held(method) == Int32(days), "\(method)")
            try await court.set("hold_days_\(method)", "7")
            #expect(try await court.test.held(method) == 7)
        }
    }

    @Test(arguments: [("no", false), ("yes", true)])
    func `interest holds the gate where the court chose so`(
        setting: String,
        holds: Bool
    ) async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2024-01-02")
        try await court.set("gate_holds_for_interest_and_penalties", setting)
        try await court.assess("us-3571", "10000.00") { $0.grade = "felony" }
        try await court.clerk.set(SetInterestTerm(48_000, of: 1, on: court.docket))
        let day = try LedgerDate(iso: "2024-02-15")
        _ = try await court.clerk.runInterest(through: day)
        let rows = try await court.test.query(
            """
            SELECT is_gating FROM ledger.debt
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND kind = 'fine_interest'
            """
        )
        #expect(try rows.map { try $0.decode(Bool.self, at: 0) } == [holds])
    }
}

extension TestLedger {
    /// The value in force of a setting and its default, as they are listed.
    fileprivate func row(_ name: String, as reader: Ledger? = nil) async throws -> [String] {
        let section = try await (reader ?? owner).policyList().sections[0]
        guard case .list(let rows) = section.rows else { return [] }
        return rows.filter { $0.cells[0] == .text(name) }.flatMap { row in
            row.cells[1...2].map { if case .text(let text) = $0 { text } else { "" } }
        }
    }

    fileprivate func held(_ method: String) async throws -> Int32 {
        try await query(
            """
            SELECT ledger_api.receipt_available_on(\(method), DATE '2024-01-01')
                - DATE '2024-01-01'
            """
        )[0].decode(at: 0)
    }
}
