import LedgerModel
import LedgerReports
import Testing

struct TableRendererTests {
    @Test(arguments: ReportSnapshotTests.reports, [24, 40, 80, 140])
    func `no line is wider than the terminal and no amount is cut`(
        name: String,
        width: Int
    ) async throws {
        let report = try SampleReports.named(name)
        let table = try await table(report, width: width)
        for line in table.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
        for amount in try await plainAmounts(of: report) {
            #expect(table.contains(amount), "\(amount) is missing at \(width)")
        }
    }

    @Test func `huge and negative amounts keep every digit`() async throws {
        let report = report([
            [.text("least"), .money(Money(cents: .min))],
            [.text("most"), .money(Money(cents: .max))],
            [.text("a cent short"), .money(Money(cents: -1))],
        ])
        let lines = try await table(report, width: 80).split(separator: "\n").dropFirst(3)
        #expect(
            Array(lines) == [
                "least         (92,233,720,368,547,758.08)",
                "most           92,233,720,368,547,758.07",
                "a cent short                       (0.01)",
            ]
        )
    }

    @Test func `a streamed amount wider than its column takes space from words`() async throws {
        let columns = [
            ReportColumn("memo", "Memo", .text, widthHint: 20), ReportColumn("sum", "Sum", .money),
        ]
        let row = ReportRow([.text("returned to the drawer"), .money(Money(cents: .min))])
        let section = ReportSection("s", columns: columns, source: ReportSource([row]))
        let report = Report(name: "r", title: "R", sections: [section])
        let last = try await table(report, width: 40).split(separator: "\n").last
        #expect(last == "returned…  (92,233,720,368,547,758.08)")
    }

    @Test func `wide and combining characters do not break alignment`() async throws {
        let report = report([
            [.text("plain"), .money(Money(cents: 100))],
            [.text("日本語"), .money(Money(cents: 100))],
            [.text("e\u{301}te\u{301}"), .money(Money(cents: 100))],
            [.text("👩‍👧 a"), .money(Money(cents: 100))],
        ])
        let lines = try await table(report, width: 80).split(separator: "\n").dropFirst(3)
        #expect(
            Array(lines) == [
                "plain   1.00", "日本語  1.00", "e\u{301}te\u{301}     1.00", "👩‍👧 a    1.00",
            ]
        )
    }

    @Test func `wide characters are not cut in half`() async throws {
        let report = report([[.text("日本語日本語日本語"), .money(Money(cents: 1_000_000))]])
        let line = try await table(report, width: 20).split(separator: "\n").last
        #expect(line == "日本語…   10,000.00")
    }

    @Test func `text cannot steer the terminal`() async throws {
        let report = report([[.text("a\u{1B}[2Jb\nc\u{202E}d"), .empty]])
        let table = try await TableRenderer(style: .plain).text(report)
        #expect(table.hasSuffix("a\u{FFFD}[2Jb c\u{FFFD}d\n"))
    }

    @Test func `colour appears only when asked and never alone`() async throws {
        let report = report([[.text("short"), .money(Money(cents: -5))]])
        let dull = try await table(report, width: 80)
        let style = TableStyle.terminal(width: 80, color: true)
        let bright = try await TableRenderer(style: style).text(report)
        #expect(!dull.contains("\u{1B}"))
        #expect(bright.contains("\u{1B}[31m(0.05)\u{1B}[0m"))
        let codes = ["\u{1B}[31m", "\u{1B}[1m", "\u{1B}[0m"]
        #expect(codes.reduce(bright) { $0.replacing($1, with: "") } == dull)
    }

    @Test func `a pipe gets everything, unshortened and without colour`() async throws {
        let long = String(repeating: "word ", count: 60) + "end"
        let report = report([[.text(long), .money(Money(cents: 5))]])
        let plain = try await TableRenderer(style: .plain).text(report)
        #expect(plain.contains(long))
        #expect(plain.utf8.allSatisfy { $0 < 0x80 && $0 != 0x1B })
    }

    @Test func `rows under another are set in`() async throws {
        let columns = [ReportColumn("a", "A", .text)]
        let rows = [ReportRow([.text("fund")]), ReportRow([.text("purpose")], depth: 1)]
        let section = ReportSection("s", columns: columns, rows: rows)
        let table = try await table(Report(name: "r", title: "R", sections: [section]), width: 80)
        #expect(table.hasSuffix("fund\n  purpose\n"))
    }

    @Test func `a section without rows says so`() async throws {
        #expect(try await table(report([]), width: 80).hasSuffix("(none)\n"))
    }

    @Test(arguments: [
        (1, 3, "33.33%"), (2, 3, "66.67%"), (-1, 3, "-33.33%"), (0, 5, "0.00%"), (1, 0, "n/a"),
        (Int64.max, 1, "922337203685477580700.00%"), (-1, 100_000, "0.00%"), (1, -4, "-25.00%"),
    ])
    func `percentages are exact`(
        numerator: Int64,
        denominator: Int64,
        shown: String
    ) async throws {
        let columns = [ReportColumn("rate", "Rate", .percent)]
        let row = ReportRow([.percent(numerator: numerator, denominator: denominator)])
        let section = ReportSection("s", columns: columns, rows: [row])
        let table = try await table(Report(name: "r", title: "R", sections: [section]), width: 80)
        #expect(table.split(separator: "\n").last?.split(separator: " ").last ?? "" == shown)
    }

    private func report(_ rows: [[ReportCell]]) -> Report {
        let columns = [ReportColumn("name", "Name", .text), ReportColumn("sum", "Sum", .money)]
        let section = ReportSection("s", columns: columns, rows: rows.map { ReportRow($0) })
        return Report(name: "r", title: "R", sections: [section])
    }

    private func table(_ report: Report, width: Int) async throws -> String {
        try await TableRenderer(style: .terminal(width: width, color: false)).text(report)
    }

    private func plainAmounts(of report: Report) async throws -> [Substring] {
        let plain = try await TableRenderer(style: .plain).text(report)
        return plain.matches(of: /\(?[0-9,]+\.[0-9][0-9]\)?(?=\s)/).map(\.output)
    }
}
