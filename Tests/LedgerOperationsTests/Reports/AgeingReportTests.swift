import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import Testing

@Suite struct AgeingReportTests {
    @Test func `debts age since they were due, instalments each by itself`() async throws {
        let court = try await Case.open(judgmentOn: "2024-03-01")
        let ordered = try await court.assess("mn-609.3241", "600.00") { $0.grade = "misdemeanor" }
        try await court.assess("mn-609.101-2", "90.00")
        try await court.schedule(ordered.recorded.entry, from: "2024-04-01", 6, of: 10_000)
        try await court.pay("150.00", on: "2024-04-01")
        // Day; the parts of the surcharge that are open by age; the fine, due at judgment.
        let steps: [(String, [String], [String])] = [
            (
                "2024-04-30", ["450.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
                ["0.00", "0.00", "90.00"]
            ),
            (
                "2024-05-02", ["400.00", "50.00", "0.00", "0.00", "0.00", "0.00"],
                ["0.00", "0.00", "0.00", "90.00"]
            ),
            ("2024-07-01", ["300.00", "100.00", "0.00", "50.00", "0.00", "0.00"], []),
            ("2025-05-02", ["0.00", "0.00", "0.00", "0.00", "400.00", "50.00"], []),
        ]
        for (day, surcharge, fine) in steps {
            let report = try await court.clerk.ageingReport(
                ReportScope(end: LedgerDate(iso: day))
            )
            let lines = report.lines("court")
            #expect(lines[1].dropFirst(2).prefix(6) == surcharge[...], "\(day)")
            #expect(lines[0].dropFirst(2).starts(with: fine), "\(day)")
            #expect(report.totals("court")[0].last == "540.00", "\(day)")
        }
        #expect(try await court.balances(["1300"]) == ["540.00"])
    }

    @Test func `a reduction falls off the last instalments, and more than these is due at once`()
        async throws
    {
        let court = try await Case.open(judgmentOn: "2024-03-01")
        let ordered = try await court.assess("mn-609.101-2", "300.00")
        try await court.schedule(ordered.recorded.entry, from: "2024-04-01", 3, of: 10_000)
        try await court.change(.amended, by: "-150.00", on: "2024-03-15")
        let scope = ReportScope(end: try LedgerDate(iso: "2024-04-15"))
        var line = try await court.clerk.ageingReport(scope).lines("court")[0]
        #expect(line.dropFirst(2).prefix(2) == ["50.00", "100.00"])
        try await court.change(.amended, by: "400.00", on: "2024-03-16")
        line = try await court.clerk.ageingReport(scope).lines("court")[0]
        #expect(line.dropFirst(2).prefix(3) == ["200.00", "100.00", "250.00"])
        #expect(line.last == "550.00")
    }

    @Test func `money without a debt ages since it came, and is flagged when it waits too long`()
        async throws
    {
        let court = try await Case.open(judgmentOn: "2024-03-01")
        try await court.assess("mn-609.101-2", "100.00")
        let first = try await court.pay("60.00", on: "2024-04-01")
        try await court.pay("70.00", on: "2024-05-01")
        func suspense(_ day: String) async throws -> [String] {
            let scope = ReportScope(end: try LedgerDate(iso: day))
            return try await court.clerk.ageingReport(scope).lines("court_waiting")[0]
        }
        #expect(try await suspense("2024-04-30")[7] == "0.00")
        #expect(try await suspense("2024-05-31").suffix(3) == ["30.00", "0.00", ""])
        #expect(
            try await suspense("2024-06-01").dropFirst() == [
                "0.00", "0.00", "30.00", "0.00", "0.00", "0.00", "30.00", "30.00",
                AgeingReport.lateFlag,
            ]
        )
        try await court.set("suspense_alert_days", "60")
        #expect(try await suspense("2024-06-01").suffix(2) == ["0.00", ""])
        // The later payment is entered again in June, and came in May all the same.
        try await court.clerk.take(
            back: ReturnCollection(
                first.recorded.entry,
                reason: .returnedCheck,
                returned: .on(try LedgerDate(iso: "2024-06-10"))
            )
        )
        #expect(try await suspense("2024-06-10")[7] == "0.00")
    }

    @Test func `held shares and checks wait by their age`() async throws {
        let court = try await Case.open(judgmentOn: "2024-03-01")
        try await court.set("hold_days_check", "45")
        try await court.assess("mn-609.101-2", "100.00")
        try await court.pay("80.00") { $0.method = .check }
        let held = ReportScope(end: try LedgerDate(iso: "2024-06-05"))
        let lines = try await court.clerk.ageingReport(held).lines("court_waiting")
        #expect(lines[1][3] == "80.00")
        let statement = try await court.clerk.docketReport(court.docket, held)
        #expect(statement.lines("holds") == [["1", "2024-06-15", "80.00"]])
        let released = ReportScope(end: try LedgerDate(iso: "2024-06-15"))
        #expect(
            try await court.clerk.ageingReport(released).lines("court_waiting")[1][7] == "0.00"
        )
    }

    @Test func `a statement lists each change with its order and owes what is owed now`()
        async throws
    {
        let court = try await Case.open(in: "us")
        try await court.assess("us-3014")
        try await court.pay("783.33")
        try await court.change(.remission, by: "-2000.00", on: "2024-06-03", order: "ECF 41")
        let report = try await court.clerk.docketReport(court.docket)
        #expect(
            report.lines("changes") == [
                [
                    "2024-06-03", "1 jvta assessment", "remission", "ECF 41", "18 U.S.C. 3573",
                    "-2000.00",
                ]
            ]
        )
        #expect(
            report.lines("debts")[0].dropFirst(2) == ["5000.00", "-2000.00", "783.33", "2216.67"]
        )
        let before = ReportScope(end: try LedgerDate(iso: "2024-06-02"))
        let then = try await court.clerk.docketReport(court.docket, before)
        #expect(then.lines("debts")[0].last == "4216.67")
    }
}
