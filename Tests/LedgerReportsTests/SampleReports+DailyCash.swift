import LedgerModel
import LedgerReports

extension SampleReports {
    /// A till with a shortage and a late receipt, one without money, a session still open.
    static func dailyCash() throws -> Report {
        try DailyCashReport.report(
            tills: tills,
            sessions: sessions,
            receipts: receipts,
            gaps: [ReceiptGapFacts(source: "window-1", first: 20, last: 21)],
            listsAllReceipts: true,
            context: context
        )
    }

    private static let tills = [
        DailyCashFacts(
            source: "window-1",
            receipts: 3,
            byMethod: ["cash": cents(35_001), "check": cents(10_000)],
            voids: 1,
            voided: cents(5_000),
            takenBack: cents(0),
            deposited: cents(30_001),
            undeposited: cents(10_000),
            late: 1,
            longestDays: 5
        ),
        DailyCashFacts(
            source: "window-2",
            receipts: 0,
            byMethod: [:],
            voids: 0,
            voided: cents(0),
            takenBack: cents(0),
            deposited: cents(0),
            undeposited: cents(0),
            late: 0,
            longestDays: nil
        ),
    ]

    private static let sessions = [
        TillSessionFacts(
            till: "window-1",
            openedOn: day("2025-03-03"),
            openedBy: "ana.clerk",
            changeFund: cents(10_000),
            close: TillSessionFacts.Close(
                closedOn: day("2025-03-03"),
                expected: cents(40_001),
                counted: cents(40_000),
                countedBy: ["ana.clerk", "bo.supervisor"],
                checks: TillSessionFacts.Checks(
                    expected: cents(10_000),
                    expectedCount: 2,
                    counted: cents(6_000),
                    countedCount: 1
                )
            )
        ),
        TillSessionFacts(
            till: "window-2",
            openedOn: day("2025-03-31"),
            openedBy: "bo.clerk",
            changeFund: cents(10_000),
            close: nil
        ),
    ]

    private static let receipts = [
        DailyReceiptFacts(
            source: "window-1",
            number: "17",
            receivedOn: day("2025-03-03"),
            method: "cash",
            origin: "bond",
            amount: cents(30_001),
            endedBy: nil,
            ticket: "T-4",
            depositedOn: day("2025-03-08"),
            days: 5,
            isLate: true
        ),
        DailyReceiptFacts(
            source: "window-1",
            number: "18",
            receivedOn: day("2025-03-03"),
            method: "cash",
            origin: "payment",
            amount: cents(5_000),
            endedBy: "void",
            ticket: nil,
            depositedOn: nil,
            days: nil,
            isLate: false
        ),
    ]
}
