import LedgerModel
public import LedgerReports
import LedgerStore
import PostgresClient

extension Ledger {
    /// One account of a fund, or the accounts that hold its money, line by line with the balance.
    ///
    /// `render` gets the report while its lines are still in the database, and must have written
    /// it when it returns; memory does not grow with their number. Refused with `LG801` when the
    /// scope names no fund that is there, with `LG112` when the fund has no such account.
    public func runningReport(
        account: String?,
        _ scope: ReportScope,
        render: @Sendable (Report) async throws -> Void
    ) async throws {
        try await read(scope) { connection, reading in
            let accounts = try await connection.runningAccounts(reading.scope, account: account)
            guard let facts = try RunningFacts(accounts, fund: scope.fund ?? "") else {
                throw LedgerRefusal(
                    scope.fund == nil ? .fundUnknown : .accountRoleMissing,
                    detail: "fund \(scope.fund ?? "none"), account \(account ?? "of money")"
                )
            }
            try await connection.openRunning(reading.scope, accounts: accounts)
            let lines = Self.lines(of: connection)
            let asked = account.map { [ReportField("account", $0)] } ?? []
            try await render(
                RunningReport.report(facts, lines: lines, context: reading.context(asked))
            )
        }
    }

    /// The lines of the cursor that was opened on this connection.
    private static func lines(of connection: PostgresConnection) -> ReportSource<RunningLine> {
        ReportSource {
            let pull: ReportSource<RunningLine>.Pull = {
                try await connection.fetchRunning()?.map(RunningLine.init)
            }
            return pull
        }
    }
}

extension RunningFacts {
    init?(_ rows: [RunningAccountRow], fund: String) throws {
        guard let first = rows.first else { return nil }
        let numbers = rows.map(\.account).reduce(into: [String]()) { numbers, number in
            if !numbers.contains(number) { numbers.append(number) }
        }
        self.init(
            account: numbers.joined(separator: " + "),
            accountName: numbers.count == 1 ? first.accountName : "Money of \(fund)",
            normalSide: first.normalSide,
            opening: try Money.sum(rows.map(\.opening))
        )
    }
}

extension RunningLine {
    init(_ row: RunningLineRow) {
        let words = [row.reference, row.memo].filter { !$0.isEmpty }
        self.init(
            effectiveOn: row.effectiveOn,
            entry: row.number,
            kind: row.kind,
            memo: words.isEmpty ? nil : words.joined(separator: ": "),
            debit: row.debit,
            credit: row.credit
        )
    }
}
