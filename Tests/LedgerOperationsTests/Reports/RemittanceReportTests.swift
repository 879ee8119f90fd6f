import LedgerModel
import LedgerReports
import LedgerTestSupport
import PostgresClient
import StatuteLibrary
import Testing

@testable import LedgerOperations

/// By when the law wants shares sent on, and what the report says of it.
@Suite struct RemittanceReportTests {
    struct Law: Sendable {
        let profile: String
        let rule: String
        let grade: String?
        let amount: String?
        let received: String
        let deadline: String
    }

    @Test(arguments: [
        Law(
            profile: "us-il",
            rule: "il-5-9-1.21",
            grade: nil,
            amount: "1000.00",
            received: "2024-01-31",
            deadline: "2024-02-29"
        ),
        Law(
            profile: "us-wa",
            rule: "wa-9.68A.105",
            grade: nil,
            amount: nil,
            received: "2024-05-01",
            deadline: "2024-09-30"
        ),
        Law(
            profile: "us-tx",
            rule: "tx-169.005",
            grade: nil,
            amount: "1000.00",
            received: "2024-05-01",
            deadline: "2024-07-31"
        ),
    ])
    func `each statute has its deadline, and a day later is late`(law: Law) async throws {
        let court = try await Case.open(in: law.profile, judgmentOn: "2024-01-02")
        try await court.assess(law.rule, law.amount)
        let received = BusinessDay.on(try LedgerDate(iso: law.received))
        try await court.pay("100.00") { $0.received = received }
        try await court.deposit("100.00")
        let deadline = try LedgerDate(iso: law.deadline)
        let onTime = try await Self.lines(court, through: law.deadline)
        #expect(onTime.filter { $0.due != 0 }.allSatisfy { $0.deadline == law.deadline })
        #expect(onTime.contains { $0.due > 0 })
        #expect(onTime.allSatisfy { $0.late == 0 && $0.lateDays == 0 })
        let dayAfter = try LedgerDate(daysSince2000: deadline.daysSince2000 + 1)
        let late = try await Self.lines(court, through: dayAfter.description)
        #expect(late.filter { $0.due != 0 }.allSatisfy { $0.late == $0.due && $0.lateDays == 1 })
        try await court.clerk.run(RunRemittances(through: dayAfter, sent: .on(dayAfter)))
        let sent = try await Self.lines(court, through: "2025-12-31")
        #expect(sent.filter { $0.due != 0 }.allSatisfy { $0.sent == $0.due && $0.lateDays == 1 })
        let report = try await court.clerk.remittanceReport()
        let flags = report.sections.flatMap { section -> [ReportCell] in
            guard case .list(let rows) = section.rows else { return [] }
            return rows.compactMap(\.cells.last)
        }
        #expect(flags.contains(.text(RemittanceReport.lateFlag)))
    }

    @Test func `held money is shown apart, is not late, and owed money is due from its recipient`()
        async throws
    {
        let court = try await Case.open(in: "us-il", judgmentOn: "2024-01-02")
        try await court.hold(["hold_days_check": "60"])
        try await court.assess("il-5-9-1.21", "1000.00")
        let cash = try await court.pay("50.00")
        try await court.pay("300.00") { $0.method = .check }
        try await court.deposit("350.00")
        try await court.send(through: "2024-05-31")
        try await court.clerk.take(
            back: ReturnCollection(
                cash.recorded.entry,
                returned: .on(try LedgerDate(iso: "2024-06-10"))
            )
        )
        let june = try await Self.lines(court, through: "2024-06-29")
        #expect(june.allSatisfy { $0.late == 0 })
        #expect(june.map(\.held).reduce(0, +) == 30_000)
        #expect(june.map(\.dueFrom).reduce(0, +) == 5_000)
        #expect(june.compactMap(\.heldUntil).allSatisfy { $0 == "2024-06-30" })
        let clerk = june.filter { $0.recipient == "circuit-clerk" }
        #expect(clerk.map(\.sent).reduce(0, +) == 5_000)
        let july = try await Self.lines(court, through: "2024-07-01")
        #expect(july.map(\.held).reduce(0, +) == 0)
        #expect(july.map(\.late).reduce(0, +) > 0)
    }

    @Test func `what is due is what was sent, is held, is to be sent and is due from, visibly`()
        async throws
    {
        let court = try await Case.open(in: "us-il", judgmentOn: "2024-01-02")
        try await court.hold(["hold_days_check": "60"])
        try await court.assess("il-5-9-1.21", "1000.00")
        let cash = try await court.pay("50.00")
        try await court.deposit("50.00")
        try await court.send(through: "2024-05-31")
        try await court.clerk.take(
            back: ReturnCollection(
                cash.recorded.entry,
                returned: .on(try LedgerDate(iso: "2024-06-10"))
            )
        )
        let june = BusinessDay.on(try LedgerDate(iso: "2024-06-11"))
        try await court.pay("20.00") { $0.received = june }
        try await court.pay("300.00") {
            $0.method = .check
            $0.received = june
        }
        let report = try await court.clerk.remittanceReport(
            ReportScope(end: try LedgerDate(iso: "2024-06-12"))
        )
        let section = try #require(report.sections.first)
        let keys = section.columns.map(\.key)
        guard case .list(let rows) = section.rows else {
            Issue.record("the section has no list of lines")
            return
        }
        #expect(rows.count > 3)
        for row in rows {
            let cents = Dictionary(
                uniqueKeysWithValues: zip(keys, row.cells).compactMap { key, cell in
                    if case .money(let money) = cell { (key, money.cents) } else { nil }
                }
            )
            let parts = ["sent", "held", "to_send", "due_from"].map { cents[$0] ?? 0 }
            #expect(cents["due"] == parts.reduce(0, +))
        }
        let total = try #require(rows.last).cells
        let money = total.compactMap { cell -> String? in
            if case .money(let money) = cell { money.description } else { nil }
        }
        #expect(money.prefix(5) == ["320.00", "50.00", "300.00", "20.00", "-50.00"])
    }

    @Test func `every recipient stands in every period, zeros shown`() async throws {
        let court = try await Case.open(in: "us-il", judgmentOn: "2024-01-02")
        try await court.assess("il-5-9-1.21", "1000.00")
        try await court.pay("50.00")
        let lines = try await Self.lines(court, through: "2024-07-31", period: "month")
        #expect(lines.count == 5 * 3)
        #expect(lines.filter { $0.due == 0 }.count == 14)
    }

    @Test func `the database counts deadlines as the rule files do`() async throws {
        let test = try await TestLedger.make()
        let rules: [DueRule] = [
            .afterReceipt(months: 1), .afterReceipt(months: 12), .afterQuarter(months: 1),
            .afterQuarter(months: 3), .yearly(month: 8, day: 15), .yearly(month: 1, day: 31),
        ]
        let first = try LedgerDate(iso: "2023-12-25").daysSince2000
        for rule in rules {
            let term = try #require(rule.term)
            let counted = try await test.query(
                """
                SELECT ledger_api.remit_due_on(
                    \(term), date '2000-01-01' + \(Int64(first))::integer + n
                )::text
                FROM generate_series(0, 500) AS n ORDER BY n
                """
            ).map { try $0.decode(String.self, at: 0) }
            let expected = try (0...500).map { day in
                try rule.due(for: LedgerDate(daysSince2000: first + Int32(day)))?.description
            }
            #expect(counted.map(Optional.some) == expected, "\(term)")
        }
    }

    struct Line {
        let recipient: String
        let due: Int64
        let deadline: String?
        let sent: Int64
        let late: Int64
        let lateDays: Int32
        let held: Int64
        let heldUntil: String?
        let dueFrom: Int64
    }

    private static func lines(
        _ court: Case,
        through day: String,
        period: String = "all"
    ) async throws -> [Line] {
        try await court.test.query(
            """
            SELECT recipient, due_cents, deadline::text, sent_cents, late_cents, late_days,
                held_cents, held_until::text, due_from_cents
            FROM ledger_api.remittances('2000-01-01', \(day)::text::date, NULL, \(period), NULL)
            """
        ).map { row in
            Line(
                recipient: try row.decode(at: 0),
                due: try row.decode(at: 1),
                deadline: try row.decode(at: 2),
                sent: try row.decode(at: 3),
                late: try row.decode(at: 4),
                lateDays: try row.decode(at: 5),
                held: try row.decode(at: 6),
                heldUntil: try row.decode(at: 7),
                dueFrom: try row.decode(at: 8)
            )
        }
    }
}
