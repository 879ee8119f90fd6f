import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import Testing

@Suite struct CollectionsReportTests {
    /// W-16 with a fine before the assessment, and money that no debt takes at the end.
    @Test func `changes stand apart by their reasons, and the rest is outstanding`() async throws {
        let court = try await Case.open(in: "us")
        try await court.assess("us-3571", "100.00") { $0.grade = "felony" }
        try await court.assess("us-3014")
        try await court.pay("883.33")
        try await court.change(.remission, of: 2, by: "-2000.00")
        try await court.change(.amended, of: 1, by: "7.00")
        let report = try await court.clerk.collectionsReport()
        #expect(
            report.lines("clerk").filter { $0[3] != "0.00" } == [
                [
                    "18 U.S.C. 3014", "jvta assessment", "all", "5000.00", "0.00", "0.00",
                    "-2000.00", "783.33", "2216.67", "0.00", "2216.67", "78333/500000",
                ],
                [
                    "18 U.S.C. 3571", "fine", "all", "100.00", "7.00", "0.00", "0.00", "100.00",
                    "7.00", "0.00", "7.00", "10000/10000",
                ],
            ]
        )
        #expect(
            report.lines("clerk_changes").filter { $0.contains("-2000.00") }.map { $0.dropFirst(3) }
                == [["0.00", "0.00", "0.00", "0.00", "-2000.00", "0.00", "0.00", "0.00"]]
        )
        #expect(report.lines("tie") == [["clerk", "all", "2223.67", "2223.67", "0.00", "0.00"]])
        #expect(try await court.balances(["136000"]) == ["2223.67"])
    }

    @Test func `a statute under which nobody was ordered to pay is a line of zeros`() async throws {
        let court = try await Case.open(in: "us")
        try await court.assess("us-3014")
        let lines = try await court.clerk.collectionsReport().lines("clerk")
        let idle = lines.filter { $0[0] != "18 U.S.C. 3014" }
        #expect(idle.count == 4)
        #expect(idle.allSatisfy { $0[3..<11].allSatisfy { $0 == "0.00" } && $0[11] == "0/0" })
    }

    @Test func `money that no debt takes is no collection, in funding neither`() async throws {
        let court = try await Case.open(judgmentOn: "2024-03-01")
        try await court.assess("mn-609.3241", "500.00") { $0.grade = "misdemeanor" }
        try await court.pay("600.00")
        let report = try await court.clerk.collectionsReport()
        #expect(report.lines("tie") == [["court", "all", "0.00", "0.00", "0.00", "100.00"]])
        #expect(report.totals("court")[0][7] == "500.00")
        #expect(try await court.funding() == ["500.00", "500.00", "500.00", "0.00"])
        try await court.deposit("600.00")
        #expect(try await court.funding() == ["500.00", "500.00", "500.00", "0.00"])
    }

    @Test func `a loss that several owe is ordered once, and what one is asked for says so`()
        async throws
    {
        let first = try await Case.open("D-1", in: "us")
        let loss = try PayeeLoss("payee-1", Money(parsing: "9000.00"))
        try await first.clerk.open(OpenClaim("J-1", Restitution(victims: [loss])))
        try await first.clerk.open(OpenDocket("D-2", judgmentOn: LedgerDate(iso: "2024-03-01")))
        let second = Case(test: first.test, clerk: first.clerk, docket: "D-2")
        try await first.assess("us-3663A") { $0.claim = "J-1" }
        try await second.assess("us-3663A", "4000.00") { $0.claim = "J-1" }
        try await first.pay("6000.00")
        let report = try await first.clerk.collectionsReport()
        #expect(report.totals("clerk")[0].dropFirst(3).first == "9000.00")
        #expect(report.lines("tie") == [["clerk", "all", "3000.00", "3000.00", "0.00", "0.00"]])
        let claim = try await first.clerk.claimReport("J-1")
        #expect(claim.parameters.contains { $0.key == "open" && $0.value == "3000.00" })
        #expect(
            claim.lines("debts").map { [$0[0], $0[3], $0[5], $0[6]] } == [
                ["D-1", "9000.00", "6000.00", "3000.00"], ["D-2", "4000.00", "0.00", "3000.00"],
            ]
        )
        let statement = try await first.clerk.docketReport("D-2")
        #expect(statement.lines("debts")[0][5] == "3000.00")
        #expect(
            statement.lines("claims") == [
                ["1 restitution", "J-1", "9000.00", "6000.00", "3000.00", "3000.00"]
            ]
        )
        try await first.expect(.claimUnknown) { _ = try await first.clerk.claimReport("J-9") }
        // The other docket is still good for 3000.00, so nothing of the loss is given up yet.
        try await Self.writeOff("3000.00", of: 1, first)
        #expect(try await first.clerk.collectionsReport().totals("clerk")[0][9] == "0.00")
        try await Self.writeOff("3500.00", of: 1, second)
        #expect(try await first.clerk.collectionsReport().totals("clerk")[0][9] == "2500.00")
    }

    @Test func `what is written off stays outstanding until it is paid after all`() async throws {
        let court = try await Case.open(judgmentOn: "2024-03-01")
        try await court.assess("mn-609.3241", "500.00") { $0.grade = "misdemeanor" }
        try await court.pay("100.00")
        try await Self.writeOff("300.00", of: 1, court)
        let before = try await court.clerk.collectionsReport()
        #expect(before.totals("court")[0].dropFirst(8).prefix(3) == ["400.00", "300.00", "100.00"])
        let statement = try await court.clerk.docketReport(court.docket)
        #expect(statement.lines("write_offs").map { $0[2] } == ["300.00"])
        #expect(statement.lines("debts")[0].suffix(2) == ["100.00", "400.00"])
        try await court.pay("350.00")
        let after = try await court.clerk.collectionsReport()
        #expect(after.totals("court")[0].dropFirst(8).prefix(3) == ["50.00", "50.00", "0.00"])
    }

    @Test func `proposals wait in a list until another person approves them`() async throws {
        let court = try await Case.open(judgmentOn: "2024-03-01")
        try await court.assess("mn-609.3241", "500.00") { $0.grade = "misdemeanor" }
        let amount = try Money(parsing: "500.00")
        let proposed = try await court.clerk.proposeWriteOff(of: 1, on: court.docket, amount)
        let approver = try await court.test.ledger(as: .approver)
        let waiting = try await approver.proposalList().lines("proposals")
        #expect(
            waiting.map { [$0[0], $0[3], $0[4]] } == [["\(proposed.entry)", "write off", "A-1"]]
        )
        try await approver.approveWriteOff(proposed.entry)
        #expect(try await approver.proposalList().lines("proposals").isEmpty)
    }

    private static func writeOff(_ amount: String, of debt: Int16, _ court: Case) async throws {
        let proposed = try await court.clerk.proposeWriteOff(
            of: debt,
            on: court.docket,
            Money(parsing: amount)
        )
        try await court.test.ledger(as: .approver).approveWriteOff(proposed.entry)
    }
}
