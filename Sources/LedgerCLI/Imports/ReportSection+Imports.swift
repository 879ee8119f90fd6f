import LedgerModel
import LedgerOperations
import LedgerReports

extension ReportSection {
    /// Files that were imported.
    static func imports(_ imports: [ImportRecord]) -> ReportSection {
        ReportSection(
            "imports",
            title: "Imports",
            columns: [
                ReportColumn("number", "Number", .text), ReportColumn("kind", "Kind", .text),
                ReportColumn("source", "Source", .text), ReportColumn("file", "File", .text),
                ReportColumn("lines", "Lines", .count), ReportColumn("sum", "Sum", .money),
                ReportColumn("entries", "Entries", .count),
                ReportColumn("imported", "Imported", .text), ReportColumn("by", "By", .text),
                ReportColumn("undone", "Undone", .text), ReportColumn("sha256", "SHA-256", .text),
            ],
            rows: imports.map {
                ReportRow([
                    .text($0.number.map { "\($0)" } ?? "not yet numbered"), .text($0.kind),
                    .text($0.source), .text($0.fileName), .count($0.lines), .money($0.sum),
                    .count($0.entries), .text($0.imported), .text($0.login),
                    .text(ifKnown: $0.undone), .text($0.digest),
                ])
            }
        )
    }

    /// Payments of a file that look alike.
    static func lookAlikes(_ found: LookAlikes) -> ReportSection {
        let rest = found.count - found.pairs.count
        return ReportSection(
            "look_alikes",
            title: rest > 0
                ? "Payments that look alike, kept; \(rest) more are not listed"
                : "Payments that look alike, kept",
            columns: [
                ReportColumn("docket", "Docket", .text), ReportColumn("date", "Date", .date),
                ReportColumn("amount", "Amount", .money),
                ReportColumn("first_line", "First line", .count),
                ReportColumn("line", "Line", .count),
            ],
            rows: found.pairs.map {
                ReportRow([
                    .text($0.docket), .date($0.date), .money($0.amount), .count(Int64($0.first)),
                    .count(Int64($0.line)),
                ])
            }
        )
    }
}
