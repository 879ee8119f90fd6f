import LedgerModel
import LedgerReports
import Testing

struct HTMLRendererTests {
    @Test func `markup in text stays text`() async throws {
        let evil = "<script>alert('x')</script> & \"q\""
        let section = ReportSection(
            "s",
            title: evil,
            columns: [ReportColumn("a", evil, .text)],
            rows: [ReportRow([.text(evil)])]
        )
        let report = Report(
            name: "r",
            title: evil,
            parameters: [ReportField("p", evil)],
            sections: [section],
            notes: [ReportField("n", evil)]
        )
        let html = try await HTMLRenderer().text(report)
        #expect(!html.contains("<script"))
        #expect(!html.contains("'x'"))
        let safe = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;"
        #expect(html.ranges(of: safe).count == 7)
    }

    @Test func `a fragment is the body of the page`() async throws {
        let report = try SampleReports.named("funding")
        let page = try await HTMLRenderer(extent: .page).text(report)
        let fragment = try await HTMLRenderer(extent: .fragment).text(report)
        #expect(fragment.hasPrefix("<article"))
        #expect(page.contains(fragment))
        #expect(page.hasPrefix("<!DOCTYPE html>"))
    }

    @Test(arguments: ReportSnapshotTests.reports)
    func `every table has a caption and every header a scope`(name: String) async throws {
        let html = try await HTMLRenderer().text(try SampleReports.named(name))
        let tables = html.ranges(of: "<table>").count
        #expect(tables > 0)
        #expect(html.ranges(of: "<caption>").count == tables)
        #expect(html.ranges(of: "<th ").count == html.ranges(of: "<th scope=").count)
        #expect(!html.contains("<th>"))
    }
}
