import LedgerModel
public import LedgerReports
import LedgerStore
import PostgresClient

extension Ledger {
    /// The reconciliation of a bank account at the end of a day: bank, books and cases, every item
    /// between them, the statements since the first of the month unless `scope` says another day,
    /// and what was collected, sent on, received and is available.
    ///
    /// Refused with `LG901` for an unknown account.
    public func reconciliationReport(
        of account: String,
        _ scope: ReportScope = ReportScope()
    ) async throws -> Report {
        try await requireBankAccount(account)
        return try await read(scope) { connection, reading in
            let end = reading.scope.end
            let first = try scope.begin ?? LedgerDate(year: end.year, month: end.month, day: 1)
            let ties = try await connection.transferTie(reading.scope)
            let facts = ReconciliationFacts(
                account: account,
                lines: try await connection.reconciliation(of: account, through: end),
                statements: try await connection.reconciledStatements(
                    of: account,
                    after: try first.adding(days: -1),
                    through: end
                ),
                chain: try await connection.collectionChain(of: account, through: end),
                ties: ties.map(TransferTieFacts.init),
                signed: try await connection.signedPeriods().filter {
                    $0.account.split(separator: ", ").contains(account[...])
                }
            )
            return try ReconciliationReport.report(
                facts,
                context: reading.context([ReportField("account", account)])
            )
        }
    }

    /// What nobody has explained at the end of a day, of one bank account or of everything.
    ///
    /// Refused with `LG901` for an unknown account.
    public func exceptionsReport(
        of account: String? = nil,
        _ scope: ReportScope = ReportScope()
    ) async throws -> Report {
        if let account { try await requireBankAccount(account) }
        return try await read(scope) { connection, reading in
            try ExceptionsReport.report(
                try await connection.exceptions(asOf: reading.scope.end, account: account),
                context: reading.context(account.map { [ReportField("account", $0)] } ?? [])
            )
        }
    }

    /// A code mistyped must not look like an account where all is well.
    func requireBankAccount(_ code: String) async throws {
        guard try await bankAccounts().contains(where: { $0.code == code }) else {
            throw LedgerRefusal(.bankAccountUnknown, detail: code)
        }
    }
}
