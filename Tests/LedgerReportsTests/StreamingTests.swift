import LedgerModel
import LedgerReports
import Testing

struct StreamingTests {
    @Test func `streamed and listed rows give the same bytes`() async throws {
        let columns = [ReportColumn("memo", "Memo", .text), ReportColumn("sum", "Sum", .money)]
        let rows = (0..<10_000).map { number in
            ReportRow([.text("line \(number)"), .money(Money(cents: Int64(number)))])
        }
        let totals = [ReportRow.total([.text("Total"), .money(Money(cents: 49_995_000))])]
        let listed = Report(
            name: "r",
            title: "R",
            sections: [ReportSection("s", columns: columns, rows: rows, totals: totals)]
        )
        let source = ReportSource<ReportRow> {
            var rest = (rows + totals)[...]
            return {
                if rest.isEmpty { return nil }
                defer { rest = rest.dropFirst(777) }
                return Array(rest.prefix(777))
            }
        }
        let streamed = Report(
            name: "r",
            title: "R",
            sections: [ReportSection("s", columns: columns, source: source)]
        )
        #expect(try await CSVRenderer().text(listed) == CSVRenderer().text(streamed))
        #expect(try await JSONRenderer().text(listed) == JSONRenderer().text(streamed))
        #expect(try await HTMLRenderer().text(listed) == HTMLRenderer().text(streamed))
    }

    @Test func `a long report leaves in small pieces`() async throws {
        let line = SampleReports.runningLines[0]
        let source = ReportSource<RunningLine> {
            var batches = 200
            return {
                batches -= 1
                return batches < 0 ? nil : Array(repeating: line, count: 1000)
            }
        }
        let report = RunningReport.report(SampleReports.running, lines: source)
        var chunks = 0
        var largest = 0
        var bytes = 0
        try await CSVRenderer().render(report) { chunk in
            chunks += 1
            largest = max(largest, chunk.count)
            bytes += chunk.count
        }
        #expect(chunks > 100)
        #expect(largest < 70_000)
        #expect(bytes > 10_000_000)
    }

    @Test func `rows may come from an actor such as a cursor`() async throws {
        let source = ReportSource<RunningLine> {
            let cursor = Cursor()
            return { await cursor.fetch() }
        }
        let fetched = RunningReport.report(SampleReports.running, lines: source)
        let lines = ReportSource(SampleReports.runningLines)
        let listed = RunningReport.report(SampleReports.running, lines: lines)
        #expect(try await CSVRenderer().text(fetched) == CSVRenderer().text(listed))
    }

    @Test func `a report can be rendered again`() async throws {
        let report = try SampleReports.named("running")
        #expect(try await CSVRenderer().text(report) == CSVRenderer().text(report))
    }

    @Test func `the balance runs to the closing balance`() async throws {
        let text = try await CSVRenderer().text(try SampleReports.named("running"))
        let balances = CSVRecords.parse(text).dropFirst().compactMap(\.last)
        #expect(balances == ["1000.00", "1150.00", "-1233417.89", "-1233567.89", "-1233567.89"])
    }

    @Test func `a balance that does not fit ends the rendering with its refusal`() async {
        let line = RunningLine(
            effectiveOn: SampleReports.day("2025-01-01"),
            entry: 1,
            kind: "receipt",
            memo: nil,
            debit: .zero,
            credit: Money(cents: .max)
        )
        let report = RunningReport.report(SampleReports.running, lines: ReportSource([line]))
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await CSVRenderer().text(report)
        }
        #expect(refusal?.code == .amountTooLarge)
    }
}

private actor Cursor {
    private var rest = SampleReports.runningLines[...]

    func fetch() -> [RunningLine]? {
        rest.popFirst().map { [$0] }
    }
}
