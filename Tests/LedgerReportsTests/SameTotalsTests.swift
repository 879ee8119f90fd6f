import Foundation
import LedgerModel
import LedgerReports
import Testing

/// All formats carry the same figures as the facts.
struct SameTotalsTests {
    @Test func `csv and json carry the totals of the facts`() async throws {
        let report = try SampleReports.named("balance")
        let facts = SampleReports.balances
        let expected = ["opening", "money_in", "money_out", "closing", "available"].map { key in
            facts.reduce(0) { $0 + amount(key, of: $1) }
        }
        let records = try await csv(report)
        let header = records[0]
        let lines = records.dropFirst().filter { $0[1] == "line" }
        let sums = try header.indices.dropFirst(3).map { column in
            try lines.reduce(Int64(0)) { try $0 + cents(lineField: $1[column]) }
        }
        #expect(sums == expected)
        let total = try #require(records.last)
        #expect(total[0] == "all_funds")
        #expect(try total.dropFirst(3).map { try cents(lineField: $0) } == expected)

        let sections = try await json(report)["sections"] as? [[String: Any]]
        let totals = try #require(sections?.last?["totals"] as? [[String: Any]])
        #expect(header.dropFirst(3).map { totals[0][$0] as? Int64 } == expected)
    }

    @Test(arguments: ReportSnapshotTests.reports)
    func `every csv is rectangular and ends its records with cr lf`(name: String) async throws {
        let report = try SampleReports.named(name)
        let records = try await csv(report)
        #expect(Set(records.map(\.count)).count == 1)
        #expect(Set(records[0]).count == records[0].count)
        let text = try await CSVRenderer().text(report)
        #expect(text.hasSuffix("\r\n"))
        #expect(!text.replacing("\r\n", with: "").utf8.contains(0x0A))
    }

    @Test(arguments: ReportSnapshotTests.reports)
    func `every json document parses and names its currency`(name: String) async throws {
        let document = try await json(try SampleReports.named(name))
        #expect(document["report"] as? String == name)
        #expect(document["currency"] as? String == "USD")
        #expect((document["notes"] as? [String: String])?["block"] == "12")
    }

    @Test func `json keeps every cent and every character`() async throws {
        let odd = "\"\\/\u{1}\u{7F}\n\t日本 <b>"
        let columns = [ReportColumn("memo", "Memo", .text), ReportColumn("sum", "Sum", .money)]
        let row = ReportRow([.text(odd), .money(Money(cents: .min))])
        let section = ReportSection("s", title: odd, columns: columns, rows: [row])
        let document = try await json(Report(name: "r", title: odd, sections: [section]))
        let sections = try #require(document["sections"] as? [[String: Any]])
        let rows = try #require(sections[0]["rows"] as? [[String: Any]])
        #expect(rows[0]["memo"] as? String == odd)
        #expect(rows[0]["sum"] as? Int64 == .min)
        #expect(document["title"] as? String == odd)
    }

    @Test func `what the docket says of itself is not said twice`() throws {
        let context = ReportContext(parameters: [ReportField("docket", "x"), ReportField("a", "b")])
        let report = try DocketReport.report(SampleReports.docket, context: context)
        #expect(report.parameters.map(\.key) == ["docket", "court", "opened_on", "a"])
    }

    @Test func `a trial balance that does not balance says by how much`() throws {
        let facts = SampleReports.trialBalances.dropLast()
        let report = try TrialBalanceReport.report(Array(facts))
        guard case .list(let rows) = report.sections[1].rows else {
            Issue.record("rows are in hand")
            return
        }
        #expect(
            rows.last
                == .total([.text("Out of balance"), .empty, .money(Money(cents: 250_000)), .empty])
        )
    }

    @Test func `a total that does not fit is refused`() {
        let facts = SampleReports.trialBalances[0]
        let huge = TrialBalanceFacts(
            fund: facts.fund,
            fundName: facts.fundName,
            set: facts.set,
            account: "1",
            accountName: "huge",
            side: .debit,
            balance: Money(cents: .max)
        )
        let refusal = #expect(throws: LedgerRefusal.self) {
            try TrialBalanceReport.report([huge, facts])
        }
        #expect(refusal?.code == .amountTooLarge)
    }

    private func amount(_ key: String, of facts: BalanceFacts) -> Int64 {
        switch key {
        case "opening": facts.opening.cents
        case "money_in": facts.moneyIn.cents
        case "money_out": facts.moneyOut.cents
        case "closing": facts.closing.cents
        default: facts.available.cents
        }
    }

    private func cents(lineField text: String) throws -> Int64 {
        #expect(text.wholeMatch(of: /-?[0-9]+\.[0-9]{2}/) != nil)
        return try #require(Int64(text.replacing(".", with: "")))
    }

    private func json(_ report: Report) async throws -> [String: Any] {
        let text = try await JSONRenderer().text(report)
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    private func csv(_ report: Report) async throws -> [[String]] {
        CSVRecords.parse(try await CSVRenderer().text(report))
    }
}
