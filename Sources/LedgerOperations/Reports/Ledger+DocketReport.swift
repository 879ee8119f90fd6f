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
            let end = reading.scope.end
            let judgment = DocketJudgment(
                grounds: try await connection.docketGrounds(reference, end, knownAt: known),
                findings: try await connection.docketFindings(reference, end, knownAt: known),
                schedule: try await connection.docketSchedule(reference, end, knownAt: known)
            )
            let facts = try DocketFacts(
                reference,
                court: reading.head.name,
                debts: debts,
                lines: lines,
                judgment: judgment,
                end: end
            )
            return try DocketReport.report(facts, context: reading.context())
        }
    }
}

/// What a judgment says beside its amounts.
private struct DocketJudgment {
    let grounds: [DocketGroundRow]
    let findings: [(foundOn: LedgerDate, isIndigent: Bool)]
    let schedule: [DocketInstalmentRow]
}

extension DocketFacts {
    fileprivate init(
        _ reference: String,
        court: String,
        debts rows: [DocketStatementRow],
        lines: [DocketApplicationRow],
        judgment: DocketJudgment,
        end: LedgerDate
    ) throws {
        let debts = rows.compactMap(\.debt).filter { $0.orderedOn <= end }
        let lines = lines.filter { $0.effectiveOn <= end }
        func label(_ number: Int) -> String { debts.first { $0.number == number }?.label ?? "" }
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
            unapplied: try Money.sum(lines.filter { $0.debt == nil }.map(\.amount)),
            grounds: judgment.grounds.map {
                DocketGroundFacts(
                    debt: label($0.debt),
                    grade: $0.grade,
                    counts: $0.counts,
                    countBasis: Self.words($0.countBasis),
                    priors: $0.priors
                )
            },
            findings: judgment.findings.map {
                DocketFindingFacts(foundOn: $0.foundOn, isIndigent: $0.isIndigent)
            },
            schedule: judgment.schedule.map {
                DocketInstalmentFacts(debt: label($0.debt), dueOn: $0.dueOn, amount: $0.amount)
            }
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
