public import LedgerReports
import LedgerStore

extension Ledger {
    /// What courts ordered, what became of it, and what is owed, by statute, kind and period.
    ///
    /// Money that no debt has claimed is no collection and stands apart; what debts owe is shown
    /// beside the receivable account of the trial balance. Zeros are shown.
    public func collectionsReport(_ scope: ReportScope = ReportScope()) async throws -> Report {
        try await read(scope) { connection, reading in
            let rows = try await connection.collections(
                reading.scope,
                period: scope.period?.rawValue ?? "all"
            )
            return try CollectionsReport.report(
                rows.filter { !$0.citation.isEmpty }.map(CollectionsFacts.init),
                ties: rows.filter(\.citation.isEmpty).map(CollectionsTieFacts.init),
                context: reading.context()
            )
        }
    }

    /// How old at the end of the last day what waits is: receivables since they were due, money
    /// that no debt has claimed, held shares and checks.
    public func ageingReport(_ scope: ReportScope = ReportScope()) async throws -> Report {
        try await read(scope) { connection, reading in
            let rows = try await connection.ageing(reading.scope)
            return try AgeingReport.report(
                try rows.map(AgeingFacts.init),
                context: reading.context()
            )
        }
    }
}

extension CollectionsFacts {
    init(_ row: CollectionsRow) {
        self.init(
            fund: row.fund,
            fundName: row.fundName,
            citation: row.citation,
            debtKind: row.debtKind.replacing("_", with: " "),
            period: row.period,
            ordered: row.ordered,
            changes: Changes(
                amended: row.amended,
                vacated: row.vacated,
                interest: row.interest,
                penalty: row.penalty,
                remission: row.remission,
                waiver: row.waiver,
                reduction: row.reduction,
                extinction: row.extinction
            ),
            paid: row.paid,
            outstanding: row.outstanding,
            writtenOff: row.writtenOff
        )
    }
}

extension CollectionsTieFacts {
    init(_ row: CollectionsRow) {
        self.init(
            fund: row.fund,
            fundName: row.fundName,
            period: row.period,
            receivable: row.receivable,
            unapplied: row.unapplied
        )
    }
}

extension AgeingFacts {
    init(_ row: AgeingRow) throws {
        guard let part = Part(rawValue: row.part) else {
            throw LedgerFailure.database("ageing of \(row.part)")
        }
        self.init(
            fund: row.fund,
            fundName: row.fundName,
            part: part,
            citation: row.citation,
            debtKind: row.debtKind.replacing("_", with: " "),
            buckets: row.buckets,
            late: row.late
        )
    }
}
