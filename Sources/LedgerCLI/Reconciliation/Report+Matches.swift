import LedgerModel
import LedgerOperations
import LedgerReports

extension Report {
    /// What is open on both sides of a bank account, and what would explain some of it.
    static func open(_ items: OpenItems) -> Report {
        .facts(
            "open_items",
            "Open items of \(items.account)",
            [],
            sections: [
                .openLines(items.lines), .openEntries(items.entries), .proposals(items.proposals),
            ]
        )
    }

    /// A match and why it was made.
    static func match(_ match: MatchRecord) -> Report {
        .facts(
            "match",
            "Match \(match.name.map(\.description) ?? "not yet numbered")",
            [
                ReportField("why", match.sentence), ReportField("account", match.account),
                ReportField("state", match.state), ReportField("rule", match.rule ?? ""),
                ReportField("pass", match.pass ?? ""),
                ReportField("rules_version", match.rulesVersion.map { "\($0)" } ?? ""),
                ReportField("key", match.key ?? ""),
                ReportField("difference", "\(match.difference)"),
                ReportField("banking_days", match.days.map { "\($0)" } ?? ""),
                ReportField("statement_rivals", "\(match.statementRivals)"),
                ReportField("book_rivals", "\(match.bookRivals)"),
                ReportField("made", "\(match.made) by \(match.login)"),
            ],
            sections: [.members(of: match)]
        )
    }
}

extension ReportSection {
    fileprivate static func openLines(_ lines: [OpenLine]) -> ReportSection {
        ReportSection(
            "lines",
            title: "Lines of statements",
            columns: [
                ReportColumn("line", "Line", .text), ReportColumn("booked", "Booked", .date),
                ReportColumn("amount", "Amount", .money), ReportColumn("open", "Open", .money),
                ReportColumn("references", "References", .text),
                ReportColumn("text", "Text", .text),
            ],
            rows: lines.map { line in
                ReportRow([
                    .text(line.name?.description ?? "not yet numbered"), .date(line.bookedOn),
                    .money(line.amount), .money(line.open), .text(line.references),
                    .text(line.text),
                ])
            },
            totals: [
                .total([
                    .text("Total"), .empty, .empty, .money(sum(lines.map(\.open))), .empty, .empty,
                ])
            ]
        )
    }

    fileprivate static func openEntries(_ entries: [OpenEntry]) -> ReportSection {
        ReportSection(
            "entries",
            title: "Entries of the books",
            columns: [
                ReportColumn("entry", "Entry", .text), ReportColumn("on", "On", .date),
                ReportColumn("amount", "Amount", .money), ReportColumn("open", "Open", .money),
                ReportColumn("kind", "Kind", .text),
                ReportColumn("references", "References", .text),
            ],
            rows: entries.map { entry in
                ReportRow([
                    .text(entry.number.map { "\($0)" } ?? "not yet numbered"),
                    .date(entry.effectiveOn), .money(entry.amount), .money(entry.open),
                    .text(entry.kind), .text(entry.references),
                ])
            },
            totals: [
                .total([
                    .text("Total"), .empty, .empty, .money(sum(entries.map(\.open))), .empty,
                    .empty,
                ])
            ]
        )
    }

    /// Proposals, how much each moves and on what evidence.
    static func proposals(_ proposals: [MatchRecord]) -> ReportSection {
        ReportSection(
            "proposals",
            title: "Proposals",
            columns: [
                ReportColumn("match", "Match", .text), ReportColumn("state", "State", .text),
                ReportColumn("rule", "Rule", .text), ReportColumn("moves", "Moves", .money),
                ReportColumn("difference", "Difference", .money),
                ReportColumn("lines", "Lines", .text), ReportColumn("entries", "Entries", .text),
                ReportColumn("evidence", "Evidence", .text),
            ],
            rows: proposals.map { match in
                ReportRow([
                    .text(match.name?.description ?? "not yet numbered"), .text(match.state),
                    .text(ifKnown: match.rule), .money(match.turnover), .money(match.difference),
                    .text(match.lines.map { $0.name?.description ?? "?" }.joined(separator: " ")),
                    .text(
                        match.entries.map { $0.number.map { "\($0)" } ?? "?" }
                            .joined(separator: " ")
                    ),
                    .text(match.evidence),
                ])
            }
        )
    }

    fileprivate static func members(of match: MatchRecord) -> ReportSection {
        let lines = match.lines.map { line in
            ReportRow([
                .text("line \(line.name?.description ?? "not yet numbered")"),
                .date(ifKnown: line.bookedOn), .money(line.amount), .text(line.text),
            ])
        }
        let entries = match.entries.map { entry in
            ReportRow([
                .text("entry \(entry.number.map { "\($0)" } ?? "not yet numbered")"),
                .date(ifKnown: entry.effectiveOn), .money(entry.amount), .text(entry.kind),
            ])
        }
        return ReportSection(
            "members",
            title: "What it ties",
            columns: [
                ReportColumn("member", "Member", .text), ReportColumn("on", "On", .date),
                ReportColumn("amount", "Amount", .money), ReportColumn("text", "Text", .text),
            ],
            rows: lines + entries
        )
    }

    private static func sum(_ amounts: [Money]) -> Money {
        Money(cents: amounts.reduce(0) { $0 + $1.cents })
    }
}
