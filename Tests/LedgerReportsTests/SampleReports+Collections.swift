import LedgerModel
import LedgerReports

extension SampleReports {
    /// Paid beyond what the period ordered, changed for every reason, written off, and nothing.
    static func collections() throws -> Report {
        try CollectionsReport.report(
            [
                line("18 U.S.C. 3014", "2025-01", ordered: 1_000_000, changes: [-500_000]),
                line("18 U.S.C. 3014", "2025-02", paid: 78_333, outstanding: 421_667),
                line(
                    "18 U.S.C. 3571",
                    "2025-01",
                    ordered: 250_000,
                    changes: [1, -2, 3_004, 25_000, -50, -60, -70, -80],
                    outstanding: 277_743
                ),
                line("18 U.S.C. 3571", "2025-02", outstanding: 277_743, writtenOff: 277_000),
            ],
            ties: [tie("2025-01", 777_743, 0), tie("2025-02", 699_409, 78_333)],
            context: context
        )
    }

    /// What is due, what is late, and what waits too long.
    static func ageing() throws -> Report {
        try AgeingReport.report(
            [
                aged(.receivable, "18 U.S.C. 3014", [0, 0, 0, 0, 0, 0]),
                aged(.receivable, "18 U.S.C. 3571", [1_00, 2_00, 3_00, 4_00, 5_00, 6_000_000_00]),
                aged(.suspense, "", [0, 1_000, 0, 78_333, 0, 0], late: 78_333),
                aged(.held, "", [0, 50_000, 0, 0, 0, 0]),
                aged(.check, "", [0, 0, 0, 0, 0, 1_000_000]),
            ],
            context: context
        )
    }

    static func claim() throws -> Report {
        try ClaimReport.report(
            ClaimFacts(
                claim: "J-2025-7",
                loss: cents(900_000),
                paid: cents(500_000),
                open: cents(400_000),
                debts: [
                    owing("24-cr-00117", 900_000, paid: 300_000, owed: 400_000),
                    owing("expunged", 300_000, paid: 200_000, owed: 100_000),
                ]
            ),
            context: context
        )
    }

    private static func line(
        _ citation: String,
        _ period: String,
        ordered: Int64 = 0,
        changes: [Int64] = [],
        paid: Int64 = 0,
        outstanding: Int64 = 500_000,
        writtenOff: Int64 = 0
    ) -> CollectionsFacts {
        let changes = (changes + Array(repeating: 0, count: 8)).map(cents)
        return CollectionsFacts(
            fund: "clerk",
            fundName: "Clerk of the District Court",
            citation: citation,
            debtKind: citation.hasSuffix("3014") ? "jvta assessment" : "fine",
            period: period,
            ordered: cents(ordered),
            changes: CollectionsFacts.Changes(
                amended: changes[0],
                vacated: changes[1],
                interest: changes[2],
                penalty: changes[3],
                remission: changes[4],
                waiver: changes[5],
                reduction: changes[6],
                extinction: changes[7]
            ),
            paid: cents(paid),
            outstanding: cents(outstanding),
            writtenOff: cents(writtenOff)
        )
    }

    private static func tie(
        _ period: String,
        _ receivable: Int64,
        _ unapplied: Int64
    ) -> CollectionsTieFacts {
        CollectionsTieFacts(
            fund: "clerk",
            fundName: "Clerk of the District Court",
            period: period,
            receivable: cents(receivable),
            unapplied: cents(unapplied)
        )
    }

    private static func aged(
        _ part: AgeingFacts.Part,
        _ citation: String,
        _ buckets: [Int64],
        late: Int64 = 0
    ) -> AgeingFacts {
        AgeingFacts(
            fund: "clerk",
            fundName: "Clerk of the District Court",
            part: part,
            citation: citation,
            debtKind: citation.isEmpty ? "" : "fine",
            buckets: buckets.map(cents),
            late: cents(late)
        )
    }

    private static func owing(
        _ docket: String,
        _ ordered: Int64,
        paid: Int64,
        owed: Int64
    ) -> ClaimFacts.Debt {
        ClaimFacts.Debt(
            docket: docket,
            number: 2,
            citation: "18 U.S.C. 3663A, 3664",
            ordered: cents(ordered),
            changed: cents(0),
            paid: cents(paid),
            owed: cents(owed)
        )
    }
}
