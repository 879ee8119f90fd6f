import LedgerModel
import LedgerOperations
import LedgerReports

extension ReportSection {
    /// Statements by account and day.
    static func statements(_ statements: [StatementRecord]) -> ReportSection {
        ReportSection(
            "statements",
            title: "Statements",
            columns: [
                ReportColumn("number", "Number", .text), ReportColumn("account", "Account", .text),
                ReportColumn("from", "From", .date), ReportColumn("to", "To", .date),
                ReportColumn("sequence", "No.", .text),
                ReportColumn("currency", "Currency", .text),
                ReportColumn("opening", "Opening", .money),
                ReportColumn("credits", "In", .money), ReportColumn("debits", "Out", .money),
                ReportColumn("closing", "Closing", .money), ReportColumn("lines", "Lines", .count),
                ReportColumn("status", "Status", .text),
                ReportColumn("findings", "Findings", .count), ReportColumn("gap", "Gap", .money),
                ReportColumn("days_missing", "Days missing", .count),
            ],
            rows: statements.map { statement in
                let cell = { amount($0, in: statement.currency) }
                return ReportRow([
                    .text(statement.number.map { "\($0)" } ?? "not yet numbered"),
                    .text(statement.account), .date(ifKnown: statement.from),
                    .date(ifKnown: statement.to), .text(ifKnown: statement.sequence),
                    .text(statement.currency), cell(statement.opening),
                    cell(statement.credits), cell(statement.debits),
                    cell(statement.closing), .count(statement.lines),
                    .text(statement.isInterim ? "interim" : statement.status),
                    .count(statement.findings), cell(statement.gap),
                    statement.daysMissing.map(ReportCell.count) ?? .empty,
                ])
            }
        )
    }

    /// The lines of a statement.
    static func statementLines(
        _ lines: [StatementLineRecord],
        of statement: StatementRecord
    ) -> ReportSection {
        let rest = statement.lines - Int64(lines.count)
        return ReportSection(
            "lines",
            title: rest > 0 ? "Lines; \(rest) more are not shown" : "Lines",
            columns: [
                ReportColumn("line", "Line", .count), ReportColumn("booked", "Booked", .date),
                ReportColumn("value", "Value", .date), ReportColumn("amount", "Amount", .money),
                ReportColumn("status", "Status", .text), ReportColumn("type", "Type", .text),
                ReportColumn("references", "References", .text),
                ReportColumn("returns", "Returns", .text), ReportColumn("text", "Text", .text),
            ],
            rows: lines.map { line in
                ReportRow([
                    .count(line.ordinal), .date(ifKnown: line.bookedOn),
                    .date(ifKnown: line.valueOn), amount(line.amount, in: line.currency),
                    .text(line.status), .text(line.typeCode), .text(line.references),
                    .text(line.returns), .text(line.text),
                ])
            }
        )
    }

    /// Cents where the unit has cents; other minor units are counted and named.
    private static func amount(_ minor: Int64?, in currency: String) -> ReportCell {
        guard let minor else { return .empty }
        return currency == "USD" ? .money(Money(cents: minor)) : .text("\(minor) \(currency)")
    }

    /// Files, newest first.
    static func statementFiles(_ files: [StatementFileRecord]) -> ReportSection {
        ReportSection(
            "files",
            title: "Files",
            columns: [
                ReportColumn("number", "Number", .text), ReportColumn("file", "File", .text),
                ReportColumn("format", "Format", .text), ReportColumn("source", "Source", .text),
                ReportColumn("verdict", "Verdict", .text),
                ReportColumn("statements", "Statements", .count),
                ReportColumn("lines", "Lines", .count),
                ReportColumn("findings", "Findings", .count),
                ReportColumn("imported", "Imported", .text), ReportColumn("by", "By", .text),
                ReportColumn("sha256", "SHA-256", .text),
            ],
            rows: files.map {
                ReportRow([
                    .text($0.number.map { "\($0)" } ?? "not yet numbered"), .text($0.name),
                    .text($0.format), .text(ifKnown: $0.source), .text($0.verdict),
                    .count($0.statements), .count($0.lines), .count($0.findingCount),
                    .text($0.imported), .text($0.login), .text($0.digest),
                ])
            }
        )
    }

    /// What was found wrong, and where.
    static func findings(_ findings: [StatementFindingRecord]) -> ReportSection {
        ReportSection(
            "findings",
            title: "Findings",
            columns: [
                ReportColumn("severity", "Severity", .text), ReportColumn("code", "Code", .text),
                ReportColumn("record", "Record", .count), ReportColumn("byte", "Byte", .count),
                ReportColumn("detail", "Detail", .text),
            ],
            rows: findings.map {
                ReportRow([
                    .text($0.severity), .text($0.code), .count($0.record), .count($0.byteOffset),
                    .text($0.detail),
                ])
            }
        )
    }
}
