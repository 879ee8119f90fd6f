import LedgerModel
public import LedgerReports
import LedgerStore

extension Ledger {
    /// A joint claim: the loss, what each docket owes of it and has paid, and what is open.
    ///
    /// Refused with `LG210` when there is no such claim.
    public func claimReport(
        _ claim: String,
        _ scope: ReportScope = ReportScope()
    ) async throws -> Report {
        try await read(scope) { connection, reading in
            let rows = try await connection.claimStatement(
                claim,
                reading.scope.end,
                knownAt: reading.scope.knownAt
            )
            return try ClaimReport.report(
                ClaimFacts(claim, rows),
                context: reading.context()
            )
        }
    }
}

extension ClaimFacts {
    init(_ claim: String, _ rows: [ClaimStatementRow]) throws {
        let debts = rows.compactMap(\.debt)
        let loss = rows.first?.loss ?? .zero
        let paid = try Money.sum(debts.map(\.paid))
        let open = try loss - paid
        self.init(
            claim: claim,
            loss: loss,
            paid: paid,
            open: open,
            debts: try debts.map { debt in
                Debt(
                    docket: debt.docket ?? "expunged",
                    number: debt.number,
                    citation: debt.citation,
                    ordered: debt.ordered,
                    changed: debt.changed,
                    paid: debt.paid,
                    owed: min(try debt.ordered + debt.changed - debt.paid, open)
                )
            }
        )
    }
}
