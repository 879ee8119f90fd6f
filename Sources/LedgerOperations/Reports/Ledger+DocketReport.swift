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
            var claims: [(debt: Int, claim: ClaimFacts)] = []
            for (debt, claim) in try await connection.docketClaims(
                reference,
                end,
                knownAt: known
            ) {
                let rows = try await connection.claimStatement(claim, end, knownAt: known)
                claims.append((debt, try ClaimFacts(claim, rows)))
            }
            let aftermath = DocketAftermath(
                changes: try await connection.docketChanges(reference, end, knownAt: known),
                claims: claims,
                writeOffs: try await connection.docketWriteOffs(reference, end, knownAt: known),
                holds: try await connection.docketHolds(reference, end, knownAt: known),
                refunds: try await connection.docketRefunds(reference, end, knownAt: known)
            )
            let facts = try DocketFacts(
                reference,
                court: reading.head.name,
                debts: debts,
                lines: lines,
                judgment: judgment,
                aftermath: aftermath,
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

/// What became of the debts since they were ordered.
private struct DocketAftermath {
    let changes: [DocketChangeRow]
    let claims: [(debt: Int, claim: ClaimFacts)]
    let writeOffs: [DocketWriteOffRow]
    let holds: [DocketReceiptRow]
    let refunds: [DocketReceiptRow]

    /// What is owed of a debt now; of a joint loss, as far as it is open.
    func owed(_ debt: DocketStatementRow.Debt, applied: Money) throws -> Money {
        let own = try debt.ordered + changed(debt.number) - applied
        guard let claim = claims.first(where: { $0.debt == debt.number }) else { return own }
        return min(own, claim.claim.open)
    }

    func changed(_ debt: Int) throws -> Money {
        try Money.sum(changes.filter { $0.debt == debt }.map(\.amount))
    }
}

extension DocketFacts {
    fileprivate init(
        _ reference: String,
        court: String,
        debts rows: [DocketStatementRow],
        lines: [DocketApplicationRow],
        judgment: DocketJudgment,
        aftermath: DocketAftermath,
        end: LedgerDate
    ) throws {
        let debts = rows.compactMap(\.debt).filter { $0.orderedOn <= end }
        let lines = lines.filter { $0.effectiveOn <= end }
        func label(_ number: Int) -> String { debts.first { $0.number == number }?.label ?? "" }
        self.init(
            reference: reference,
            court: court,
            openedOn: rows.first?.openedOn ?? end,
            debts: try Self.debts(debts, lines, aftermath),
            applications: try Self.applications(lines, debts),
            unapplied: try Money.sum(lines.filter { $0.debt == nil }.map(\.amount))
                - Money.sum(aftermath.refunds.map(\.amount)),
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
            },
            changes: aftermath.changes.map {
                DocketChangeFacts(
                    changedOn: $0.changedOn,
                    debt: label($0.debt),
                    reason: $0.reason,
                    order: $0.order ?? "",
                    citation: $0.citation,
                    amount: $0.amount
                )
            },
            claims: try debts.flatMap { try Self.claims($0, lines, aftermath) },
            writeOffs: aftermath.writeOffs.map {
                DocketDatedAmount(name: label($0.debt), day: $0.writtenOn, amount: $0.amount)
            },
            holds: aftermath.holds.map {
                DocketDatedAmount(name: $0.receipt, day: $0.day, amount: $0.amount)
            },
            refunds: aftermath.refunds.map {
                DocketDatedAmount(name: $0.receipt, day: $0.day, amount: $0.amount)
            }
        )
    }

    private static func debts(
        _ debts: [DocketStatementRow.Debt],
        _ lines: [DocketApplicationRow],
        _ aftermath: DocketAftermath
    ) throws -> [DocketDebtFacts] {
        try debts.map { debt in
            let applied = try applied(debt, lines)
            return DocketDebtFacts(
                debt: debt.label,
                authority: debt.citation,
                ordered: debt.ordered,
                changed: try aftermath.changed(debt.number),
                applied: applied,
                owed: try aftermath.owed(debt, applied: applied)
            )
        }
    }

    private static func applied(
        _ debt: DocketStatementRow.Debt,
        _ lines: [DocketApplicationRow]
    ) throws -> Money {
        try Money.sum(lines.filter { $0.debt == debt.number }.map(\.amount))
    }

    private static func claims(
        _ debt: DocketStatementRow.Debt,
        _ lines: [DocketApplicationRow],
        _ aftermath: DocketAftermath
    ) throws -> [DocketClaimFacts] {
        try aftermath.claims.filter { $0.debt == debt.number }.map { joint in
            DocketClaimFacts(
                debt: debt.label,
                claim: joint.claim.claim,
                loss: joint.claim.loss,
                paidByAll: joint.claim.paid,
                open: joint.claim.open,
                owed: try aftermath.owed(debt, applied: applied(debt, lines))
            )
        }
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
                origin: first.origin.map(origin) ?? "",
                amount: try Money.sum(group.map(\.amount)),
                shares: group.map {
                    DocketShareFacts(recipient: $0.recipient ?? "", amount: $0.amount)
                }
            )
        }
    }

    private static func words(_ reason: String) -> String { reason.replacing("_", with: " ") }

    /// The law that takes money from there.
    private static func origin(_ word: String) -> String {
        switch MoneyOrigin(rawValue: word) {
        case .bond: "bond, 28 U.S.C. 2044"
        case .windfall: "windfall, 18 U.S.C. 3664(n)"
        case .payment, nil: word
        }
    }
}

extension DocketStatementRow.Debt {
    fileprivate var label: String { "\(number) \(kind.replacing("_", with: " "))" }
}
