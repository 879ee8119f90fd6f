public import LedgerModel

/// Every account with its balance on its side, by fund and set of accounts; both sides are equal.
public enum TrialBalanceReport {
    /// Arranges the balances, a section for each fund and set in order of appearance.
    ///
    /// A set that does not balance gets a row that says by how much. Refused with `LG107` when a
    /// total does not fit.
    public static func report(
        _ facts: [TrialBalanceFacts],
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        var sections: [ReportSection] = []
        for group in facts.grouped(by: { "\($0.fund).\($0.set.rawValue)" }) {
            let first = group.members[0]
            sections.append(
                ReportSection(
                    group.key,
                    title: "\(first.fundName) (\(first.fund)), \(first.set.rawValue) accounts",
                    columns: columns,
                    rows: group.members.map(row),
                    totals: try totals(group.members)
                )
            )
        }
        return Report(
            name: "trial-balance",
            title: "Trial balance",
            parameters: context.parameters,
            sections: sections,
            notes: context.notes
        )
    }

    private static let columns = [
        ReportColumn("account", "Account", .text, widthHint: 10),
        ReportColumn("account_name", "Name", .text, widthHint: 40),
        ReportColumn("debit", "Debit", .money),
        ReportColumn("credit", "Credit", .money),
    ]

    private static func row(_ facts: TrialBalanceFacts) -> ReportRow {
        let balance = ReportCell.money(facts.balance)
        return ReportRow([
            .text(facts.account),
            .text(facts.accountName),
            facts.side == .debit ? balance : .empty,
            facts.side == .credit ? balance : .empty,
        ])
    }

    private static func totals(_ facts: [TrialBalanceFacts]) throws(LedgerRefusal) -> [ReportRow] {
        let debit = try Money.sum(facts.filter { $0.side == .debit }.map(\.balance))
        let credit = try Money.sum(facts.filter { $0.side == .credit }.map(\.balance))
        let total = ReportRow.total([
            .text("Total"), .empty, .money(debit), .money(credit),
        ])
        let difference = try debit - credit
        guard difference != .zero else { return [total] }
        return [
            total,
            .total([.text("Out of balance"), .empty, .money(difference), .empty]),
        ]
    }
}
