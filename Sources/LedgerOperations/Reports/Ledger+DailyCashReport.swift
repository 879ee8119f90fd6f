import LedgerModel
public import LedgerReports
import LedgerStore
import PostgresClient

extension Ledger {
    /// The daily cash of every till over the scope's days, by the court's own day.
    ///
    /// Lists late receipts, or with `listsAllReceipts` every receipt, with its days to deposit.
    public func dailyCashReport(
        _ scope: ReportScope = ReportScope(),
        listsAllReceipts: Bool = false
    ) async throws -> Report {
        try await read(scope) { connection, reading in
            let receipts = try await connection.dailyReceipts(reading.scope)
            return try DailyCashReport.report(
                tills: try await connection.dailyCash(reading.scope).map(DailyCashFacts.init),
                sessions: try await connection.tillSessions(reading.scope)
                    .map(TillSessionFacts.init),
                receipts: receipts.filter { listsAllReceipts || $0.isLate }
                    .map(DailyReceiptFacts.init),
                gaps: try await connection.receiptGaps().map { row in
                    ReceiptGapFacts(source: row.source, first: row.first, last: row.last)
                },
                listsAllReceipts: listsAllReceipts,
                context: reading.context()
            )
        }
    }
}

extension DailyCashFacts {
    init(_ row: DailyCashRow) {
        self.init(
            source: row.source,
            receipts: row.receipts,
            byMethod: Dictionary(
                uniqueKeysWithValues: zip(DailyCashRow.methods, row.received)
            ),
            voids: row.voids,
            voided: row.voided,
            takenBack: row.takenBack,
            deposited: row.deposited,
            undeposited: row.undeposited,
            late: row.late,
            longestDays: row.longestDays.map(Int64.init)
        )
    }
}

extension TillSessionFacts {
    init(_ row: TillSessionRow) {
        var close: Close?
        if let closedOn = row.closedOn, let expected = row.expected, let counted = row.counted {
            close = Close(
                closedOn: closedOn,
                expected: expected,
                counted: counted,
                countedBy: row.countedBy,
                checks: row.checks.map { checks in
                    Checks(
                        expected: checks.expected,
                        expectedCount: checks.expectedCount,
                        counted: checks.counted,
                        countedCount: checks.countedCount
                    )
                }
            )
        }
        self.init(
            till: row.till,
            openedOn: row.openedOn,
            openedBy: row.openedBy,
            changeFund: row.changeFund,
            close: close
        )
    }
}

extension DailyReceiptFacts {
    init(_ row: DailyReceiptRow) {
        self.init(
            source: row.source,
            number: row.number,
            receivedOn: row.receivedOn,
            method: row.method,
            origin: row.origin,
            amount: row.amount,
            endedBy: row.endedBy,
            ticket: row.ticket,
            depositedOn: row.depositedOn,
            days: row.days.map(Int64.init),
            isLate: row.isLate
        )
    }
}
