import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import Testing

/// A random year, counted month by month from what was done.
@Suite struct CollectionsPeriodTests {
    /// What happened in a month.
    private struct Month: Equatable {
        var ordered: Int64 = 0
        var amended: Int64 = 0
        var paid: Int64 = 0
        var outstanding: Int64 = 0
        var unapplied: Int64 = 0
    }

    @Test(arguments: [7, 8] as [UInt64])
    func `each month says what was done in it, and what is owed at its end`(
        seed: UInt64
    )
        async throws
    {
        var random = SeededGenerator(seed: seed)
        let test = try await TestLedger.make(from: "us-mn-hennepin")
        let clerk = try await test.clerk
        var months = [Month](repeating: Month(), count: 6)
        var open: [(owed: Int64, paid: Int64)] = []
        for month in 0..<6 {
            for step in 0..<6 {
                let day = Self.day(month, 4 * step + .random(in: 1...4, using: &random))
                let docket = Int.random(in: 0...open.count, using: &random)
                if docket == open.count {
                    let cents = Int64.random(in: 50_000...75_000, using: &random)
                    try await Self.order(cents, docket, day, clerk)
                    months[month].ordered += cents
                    open.append((cents, 0))
                } else if Int.random(in: 0..<4, using: &random) == 0 {
                    try await Self.raise(docket, day, clerk)
                    months[month].amended += 1_000
                    open[docket].owed += 1_000
                } else {
                    let cents = Int64.random(in: 1...40_000, using: &random)
                    try await Self.pay(cents, docket, day, clerk)
                    let applied = min(cents, open[docket].owed - open[docket].paid)
                    open[docket].paid += applied
                    months[month].paid += applied
                    months[month].unapplied += cents - applied
                }
            }
        }
        for month in months.indices {
            let before = month > 0 ? months[month - 1] : Month()
            months[month].outstanding =
                before.outstanding + months[month].ordered + months[month].amended
                - months[month].paid
            months[month].unapplied += before.unapplied
        }
        for first in [0, 3] {
            let report = try await clerk.collectionsReport(
                ReportScope(begin: Self.day(first, 1), end: Self.day(5, 30), period: .month)
            )
            let told = Self.months(report)
            #expect(told == Array(months[first...]), "seed \(seed) from month \(first)")
            #expect(report.lines("tie").allSatisfy { $0[4] == "0.00" }, "seed \(seed)")
        }
    }

    private static func months(_ report: Report) -> [Month] {
        let ties = report.lines("tie")
        let lines = report.lines("court").filter { $0[1] == "surcharge" }
        return zip(lines, ties).map { line, tie in
            Month(
                ordered: cents(line[3]),
                amended: cents(line[4]),
                paid: cents(line[7]),
                outstanding: cents(line[8]),
                unapplied: cents(tie[5])
            )
        }
    }

    private static func cents(_ amount: String) -> Int64 {
        Int64(amount.filter { $0 != "." }) ?? .min
    }

    private static func day(_ month: Int, _ day: Int) -> LedgerDate {
        let text = "2024-0\(month + 1)-" + (day < 10 ? "0" : "") + "\(day)"
        do { return try LedgerDate(iso: text) } catch { preconditionFailure("\(error)") }
    }

    private static func order(
        _ cents: Int64,
        _ docket: Int,
        _ day: LedgerDate,
        _ clerk: Ledger
    ) async throws {
        try await clerk.open(OpenDocket("P-\(docket)", judgmentOn: day))
        var debt = AssessDebt("mn-609.3241", on: "P-\(docket)", amount: Money(cents: cents))
        debt.grade = "misdemeanor"
        try await clerk.assess(debt)
    }

    private static func pay(
        _ cents: Int64,
        _ docket: Int,
        _ day: LedgerDate,
        _ clerk: Ledger
    ) async throws {
        try await clerk.record(
            RecordCollection(
                Money(cents: cents),
                on: "P-\(docket)",
                by: .card,
                received: .on(day)
            )
        )
    }

    private static func raise(_ docket: Int, _ day: LedgerDate, _ clerk: Ledger) async throws {
        try await clerk.change(
            ChangeDebt(
                .amended,
                of: 1,
                on: "P-\(docket)",
                by: Money(cents: 1_000),
                order: "O-1",
                effective: .on(day)
            )
        )
    }
}
