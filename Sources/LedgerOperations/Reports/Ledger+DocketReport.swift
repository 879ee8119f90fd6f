import LedgerModel
public import LedgerReports
import LedgerStore

extension Ledger {
    /// The statement of one docket: what was ordered, what was paid, who got which share and why.
    ///
    /// Refused with `LG201` when no docket has the reference.
    public func docketReport(
        _ reference: String,
        _ scope: ReportScope = ReportScope()
    ) async throws -> Report {
        try await read(scope) { connection, reading in
            let known = reading.scope.knownAt
            let debts = try await connection.docketStatement(reference, knownAt: known)
            let lines = try await connection.docketApplications(reference, knownAt: known)
            let facts = try DocketFacts(
                reference,
                court: reading.head.name,
                debts: debts,
                lines: lines,
                end: reading.scope.end
            )
            return try DocketReport.report(facts, context: reading.context())
        }
    }
}

extension DocketFacts {
    init(
        _ reference: String,
        court: String,
        debts rows: [DocketStatementRow],
        lines: [DocketApplicationRow],
        end: LedgerDate
    ) throws {
        let debts = rows.compactMap(\.debt).filter { $0.orderedOn <= end }
        let lines = lines.filter { $0.effectiveOn <= end }
        self.init(
            reference: reference,
            court: court,
            openedOn: rows.first?.openedOn ?? end,
            debts: try debts.map { debt in
                let applied = try Money.sum(lines.filter { $0.debt == debt.number }.map(\.amount))
                return DocketDebtFacts(
                    debt: debt.label,
                    authority: debt.citation,
                    ordered: debt.ordered,
                    applied: applied,
                    owed: try debt.ordered - applied
                )
            },
            applications: try Self.applications(lines, debts),
            unapplied: try Money.sum(lines.filter { $0.debt == nil }.map(\.amount))
        )
    }

    /// The shares of one entry in one debt follow each other and make one application.
    private static func applications(
        _ lines: [DocketApplicationRow],
        _ debts: [DocketStatementRow.Debt]
    ) throws -> [DocketApplicationFacts] {
        var groups: [[DocketApplicationRow]] = []
        for line in lines where line.debt != nil {
            if let last = groups.last?.first, last.entry == line.entry, last.debt == line.debt {
                groups[groups.count - 1].append(line)
            } else {
                groups.append([line])
            }
        }
        return try groups.map { group in
            let first = group[0]
            let debt = debts.first { $0.number == first.debt }
            return DocketApplicationFacts(
                receivedOn: first.effectiveOn,
                receipt: first.receipt,
                debt: debt?.label ?? "",
                citation: first.reason.map(words) ?? debt?.orderCitation ?? "",
                amount: try Money.sum(group.map(\.amount)),
                shares: group.map {
                    DocketShareFacts(recipient: $0.recipient ?? "", amount: $0.amount)
                }
            )
        }
    }

    private static func words(_ reason: String) -> String { reason.replacing("_", with: " ") }
}

extension DocketStatementRow.Debt {
    fileprivate var label: String { "\(number) \(kind.replacing("_", with: " "))" }
}
