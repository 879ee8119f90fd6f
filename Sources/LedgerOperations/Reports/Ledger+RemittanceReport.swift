public import LedgerReports
import LedgerStore

extension Ledger {
    /// What each recipient was due under each statute, by when, and what was sent or is held.
    ///
    /// What a recipient owes is shown apart, and zeros are shown. Federal books add how much of
    /// what was collected under 18 U.S.C. 3014 was transferred.
    public func remittanceReport(_ scope: ReportScope = ReportScope()) async throws -> Report {
        try await read(scope) { connection, reading in
            let rows = try await connection.remittances(
                reading.scope,
                period: scope.period?.rawValue ?? "all"
            )
            let ties = try await connection.transferTie(reading.scope)
            return try RemittanceReport.report(
                rows.map(RemittanceFacts.init),
                ties: ties.map(TransferTieFacts.init),
                context: reading.context()
            )
        }
    }
}

extension RemittanceFacts {
    init(_ row: RemittanceRow) {
        self.init(
            fund: row.fund,
            fundName: row.fundName,
            recipient: row.recipient,
            citation: row.citation,
            period: row.period,
            due: row.due,
            deadline: row.deadline,
            sent: row.sent,
            late: row.late,
            lateDays: row.lateDays,
            held: row.held,
            heldUntil: row.heldUntil,
            dueFrom: row.dueFrom
        )
    }
}

extension TransferTieFacts {
    init(_ row: TransferTieRow) {
        self.init(
            fiscalYear: row.fiscalYear,
            collected: row.collected,
            transferred: row.transferred,
            health: row.health
        )
    }
}
