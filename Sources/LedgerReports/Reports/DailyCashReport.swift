public import LedgerModel

/// The daily cash of every till: received, voided, counted, deposited, and how long that took.
public enum DailyCashReport {
    /// Arranges tills, sessions, receipts and gaps in the order given; a till without money is
    /// there with zeros.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        tills: [DailyCashFacts],
        sessions: [TillSessionFacts],
        receipts: [DailyReceiptFacts],
        gaps: [ReceiptGapFacts],
        listsAllReceipts: Bool,
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        Report(
            name: "daily-cash",
            title: "Daily cash",
            parameters: context.parameters,
            sections: [
                ReportSection(
                    "tills",
                    title: "Received, by till",
                    columns: tillColumns,
                    rows: tills.map(till),
                    totals: [try total(tills)]
                ),
                ReportSection(
                    "sessions",
                    title: "Tills opened and closed",
                    columns: sessionColumns,
                    rows: try sessions.map(lines).flatMap(\.self)
                ),
                ReportSection(
                    "receipts",
                    title: listsAllReceipts ? "Receipts" : "Receipts deposited late, or late now",
                    columns: receiptColumns,
                    rows: receipts.map(receipt)
                ),
                ReportSection(
                    "gaps",
                    title: "Receipt numbers missing",
                    columns: [
                        ReportColumn("till", "Till", .text),
                        ReportColumn("first", "First missing", .count),
                        ReportColumn("last", "Last missing", .count),
                    ],
                    rows: gaps.map { gap in
                        ReportRow([.text(gap.source), .count(gap.first), .count(gap.last)])
                    }
                ),
            ],
            notes: context.notes
        )
    }

    private static let methods = ["cash", "check", "card", "ach", "wire", "other"]

    private struct Amount: Sendable {
        let key: String
        let heading: String
        let of: @Sendable (DailyCashFacts) -> Money
    }

    private static let amounts = methods.map(received) + fates

    private static let fates: [Amount] = [
        Amount(key: "voided", heading: "Voided") { $0.voided },
        Amount(key: "taken_back", heading: "Taken back") { $0.takenBack },
        Amount(key: "deposited", heading: "Deposited") { $0.deposited },
        Amount(key: "undeposited", heading: "Undeposited") { $0.undeposited },
    ]

    private static func received(by method: String) -> Amount {
        Amount(key: method, heading: method.prefix(1).uppercased() + method.dropFirst()) {
            $0[method]
        }
    }

    private static let tillColumns =
        [
            ReportColumn("till", "Till", .text), ReportColumn("receipts", "Receipts", .count),
            ReportColumn("voids", "Voids", .count),
        ] + amounts.map { ReportColumn($0.key, $0.heading, .money) } + [
            ReportColumn("late", "Late", .count),
            ReportColumn("longest_days", "Most days", .count),
        ]

    private static func till(_ facts: DailyCashFacts) -> ReportRow {
        ReportRow(
            [.text(facts.source), .count(facts.receipts), .count(facts.voids)]
                + amounts.map { .money($0.of(facts)) }
                + [.count(facts.late), facts.longestDays.map(ReportCell.count) ?? .empty]
        )
    }

    private static func total(_ facts: [DailyCashFacts]) throws(LedgerRefusal) -> ReportRow {
        var cells: [ReportCell] = [
            .text("Total"), .count(facts.reduce(0) { $0 + $1.receipts }),
            .count(facts.reduce(0) { $0 + $1.voids }),
        ]
        for amount in amounts { cells.append(.money(try Money.sum(facts.map(amount.of)))) }
        cells.append(.count(facts.reduce(0) { $0 + $1.late }))
        cells.append(facts.compactMap(\.longestDays).max().map(ReportCell.count) ?? .empty)
        return .total(cells)
    }
}

extension DailyCashFacts {
    fileprivate subscript(method: String) -> Money { byMethod[method] ?? .zero }
}

// MARK: - Sessions and receipts

extension DailyCashReport {
    private static let sessionColumns = [
        ReportColumn("till", "Till", .text), ReportColumn("opened_on", "Opened", .date),
        ReportColumn("opened_by", "By", .text), ReportColumn("closed_on", "Closed", .date),
        ReportColumn("counted_by", "Counted by", .text),
        ReportColumn("counted_also_by", "And by", .text),
        ReportColumn("kind", "What", .text), ReportColumn("change_fund", "Change", .money),
        ReportColumn("expected", "Expected", .money), ReportColumn("counted", "Counted", .money),
        ReportColumn("over_short", "Over/short", .money),
        ReportColumn("expected_count", "Pieces", .count),
        ReportColumn("counted_count", "Found", .count),
    ]

    /// A line for the cash of a session, and one for its checks where there are any.
    private static func lines(_ facts: TillSessionFacts) throws(LedgerRefusal) -> [ReportRow] {
        let start: [ReportCell] = [
            .text(facts.till), .date(facts.openedOn), .text(facts.openedBy),
            .date(ifKnown: facts.close?.closedOn), .text(ifKnown: facts.close?.countedBy.first),
            .text(ifKnown: facts.close?.countedBy.dropFirst().first),
        ]
        let cash: [ReportCell] = [.text("cash"), .money(facts.changeFund)]
        guard let close = facts.close else {
            return [ReportRow(start + cash + [ReportCell](repeating: .empty, count: 5))]
        }
        var lines = [
            ReportRow(
                start + cash + [
                    .money(close.expected), .money(close.counted),
                    .money(try close.counted - close.expected), .empty, .empty,
                ]
            )
        ]
        if let checks = close.checks {
            lines.append(
                ReportRow(
                    start + [
                        .text("checks"), .empty, .money(checks.expected), .money(checks.counted),
                        .money(try checks.counted - checks.expected),
                        .count(checks.expectedCount), .count(checks.countedCount),
                    ]
                )
            )
        }
        return lines
    }

    private static let receiptColumns = [
        ReportColumn("till", "Till", .text), ReportColumn("receipt", "Receipt", .text),
        ReportColumn("received_on", "Received", .date), ReportColumn("method", "Method", .text),
        ReportColumn("origin", "Origin", .text), ReportColumn("amount", "Amount", .money),
        ReportColumn("taken_back", "Taken back", .text), ReportColumn("ticket", "Ticket", .text),
        ReportColumn("deposited_on", "Deposited", .date), ReportColumn("days", "Days", .count),
        ReportColumn("late", "Late", .text),
    ]

    private static func receipt(_ facts: DailyReceiptFacts) -> ReportRow {
        ReportRow([
            .text(facts.source), .text(facts.number), .date(facts.receivedOn),
            .text(facts.method), .text(facts.origin), .money(facts.amount),
            .text(ifKnown: facts.endedBy), .text(ifKnown: facts.ticket),
            .date(ifKnown: facts.depositedOn), facts.days.map(ReportCell.count) ?? .empty,
            facts.isLate ? .text("late") : .empty,
        ])
    }
}
