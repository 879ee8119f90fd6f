import LedgerModel
import LedgerReports
import Testing

struct CSVRendererTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("=\"a\"", "\"'=\"\"a\"\"\""),
        ("a=1", "a=1"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("", ""), ("日本", "日本"),
    ])
    func `text is quoted where it must be and never a formula`(
        text: String,
        field: String
    ) async throws {
        #expect(try await record([.text(text)], .text) == field)
    }

    @Test(arguments: [
        (ReportCell.money(Money(cents: -5)), ReportColumn.Kind.money, "-0.05"),
        (.money(Money(cents: .min)), .money, "-92233720368547758.08"),
        (.count(-12_345), .count, "-12345"),
        (.percent(numerator: -1, denominator: 3), .percent, "-33.33"),
        (.percent(numerator: 1, denominator: 0), .percent, ""),
        (.date(SampleReports.day("2025-02-28")), .date, "2025-02-28"),
        (.empty, .money, ""),
    ])
    func `typed values are plain and never touched`(
        cell: ReportCell,
        kind: ReportColumn.Kind,
        field: String
    ) async throws {
        #expect(try await record([cell], kind) == field)
    }

    private func record(_ cells: [ReportCell], _ kind: ReportColumn.Kind) async throws -> String {
        let columns = [ReportColumn("value", "Value", kind)]
        let section = ReportSection("s", columns: columns, rows: [ReportRow(cells)])
        let report = Report(name: "r", title: "R", sections: [section])
        let text = try await CSVRenderer().text(report)
        #expect(text.hasPrefix("section,row,value\r\ns,line,"))
        return String(text.dropFirst("section,row,value\r\ns,line,".count).dropLast(1))
    }
}
