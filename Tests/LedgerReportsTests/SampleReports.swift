import LedgerModel
import LedgerReports
import Testing

/// The reports that snapshots show, from facts with every shape that matters: zeros, negative
/// amounts, several funds, missing values.
enum SampleReports {
    static let context = ReportContext(
        parameters: [
            ReportField("begin", "2025-01-01"), ReportField("end", "2025-03-31"),
            ReportField("basis", "posted"),
        ],
        notes: [
            ReportField("block", "12"),
            ReportField(
                "chain_head",
                "9f2c4e7a10b35d68c1f0e2a4b6d8907f1324354657687980a1b2c3d4e5f60718"
            ),
        ]
    )

    static let balances = [
        BalanceFacts(
            fund: "survivor",
            fundName: "Survivor Services Fund",
            purpose: "survivor services 2025",
            opening: cents(12_345_678),
            moneyIn: cents(1_000_001),
            moneyOut: cents(2_500_000),
            closing: cents(10_845_679),
            available: cents(4_845_679)
        ),
        BalanceFacts(
            fund: "survivor",
            fundName: "Survivor Services Fund",
            purpose: "administration",
            opening: cents(0),
            moneyIn: cents(0),
            moneyOut: cents(12_345),
            closing: cents(-12_345),
            available: cents(-12_345)
        ),
        BalanceFacts(
            fund: "police",
            fundName: "Law Enforcement Fund",
            purpose: "law enforcement",
            opening: cents(0),
            moneyIn: cents(0),
            moneyOut: cents(0),
            closing: cents(0),
            available: cents(0)
        ),
    ]

    static let trialBalances = [
        trial(.proprietary, "101000", "Fund balance with Treasury", .debit, 623_333),
        trial(.proprietary, "136000", "Penalties and fines receivable", .debit, 421_667),
        trial(.proprietary, "298000", "Custodial liability", .credit, 545_000),
        trial(.proprietary, "599100", "Accrued collections for others", .credit, 500_000),
        trial(.budgetary, "420100", "Total actual resources collected", .debit, 250_000),
        trial(.budgetary, "445000", "Unapportioned authority", .credit, 250_000),
    ]

    static let docket = DocketFacts(
        reference: "24-cr-00117",
        court: "D. Minn.",
        openedOn: day("2024-11-04"),
        debts: [
            DocketDebtFacts(
                debt: "special assessment",
                authority: "18 U.S.C. 3013",
                ordered: cents(20_000),
                applied: cents(20_000),
                owed: cents(0)
            ),
            DocketDebtFacts(
                debt: "restitution",
                authority: "18 U.S.C. 3663A",
                ordered: cents(1_000_000),
                applied: cents(95_000),
                owed: cents(905_000)
            ),
            DocketDebtFacts(
                debt: "JVTA assessment",
                authority: "18 U.S.C. 3014",
                ordered: cents(500_000),
                changed: cents(-200_000),
                applied: cents(0),
                owed: cents(300_000)
            ),
        ],
        applications: [
            application("2025-01-10", "R-1", "special assessment", 15_000, [("CVF", 15_000)]),
            application("2025-02-10", "R-2", "special assessment", 5_000, [("CVF", 5_000)]),
            application(
                "2025-02-10",
                "R-2",
                "restitution",
                95_000,
                [("V1", 57_000), ("V2", 38_000)]
            ),
        ],
        unapplied: cents(0),
        grounds: [
            DocketGroundFacts(
                debt: "special assessment",
                grade: "felony",
                counts: 2,
                countBasis: "per count",
                priors: 0
            ),
            DocketGroundFacts(
                debt: "restitution",
                grade: "",
                counts: 2,
                countBasis: "per offender",
                priors: 1
            ),
        ],
        findings: [
            DocketFindingFacts(foundOn: day("2024-11-04"), isIndigent: true),
            DocketFindingFacts(foundOn: day("2024-12-02"), isIndigent: false),
        ],
        schedule: [
            DocketInstalmentFacts(
                debt: "restitution",
                dueOn: day("2025-01-31"),
                amount: cents(500_000)
            ),
            DocketInstalmentFacts(
                debt: "restitution",
                dueOn: day("2025-02-28"),
                amount: cents(500_000)
            ),
        ],
        changes: [
            DocketChangeFacts(
                changedOn: day("2025-03-03"),
                debt: "JVTA assessment",
                reason: "remission",
                order: "ECF 41",
                citation: "18 U.S.C. 3014",
                amount: cents(-200_000)
            )
        ],
        claims: [
            DocketClaimFacts(
                debt: "restitution",
                claim: "J-2025-7",
                loss: cents(1_000_000),
                paidByAll: cents(95_000),
                open: cents(905_000),
                owed: cents(905_000)
            )
        ],
        writeOffs: [
            DocketDatedAmount(
                name: "JVTA assessment",
                day: day("2025-03-10"),
                amount: cents(300_000)
            )
        ],
        holds: [DocketDatedAmount(name: "R-2", day: day("2025-04-10"), amount: cents(100_000))],
        refunds: []
    )

    static let funding = [
        funding("survivor services", "2025-Q1", [7_500_000, 75_000, 30_000, 30_000, 20_000, 0]),
        funding("law enforcement", "2025-Q1", [7_500_000, 75_000, 30_000, 29_999, 0, 0]),
        funding("prosecution", "2025-Q1", [0, 0, 0, 0, 0, 0]),
    ]

    static let access = [
        AccessFacts(
            principal: "ana.clerk",
            role: "clerk",
            jurisdiction: "us-mn-hennepin",
            grantedBy: "olu.admin",
            grantedOn: day("2024-07-01"),
            revokedOn: nil,
            lastUsedOn: day("2025-03-30")
        ),
        AccessFacts(
            principal: "token:export",
            role: "reader",
            jurisdiction: "us-mn",
            grantedBy: "olu.admin",
            grantedOn: day("2024-09-15"),
            revokedOn: day("2025-02-01"),
            lastUsedOn: nil
        ),
    ]

    static let running = RunningFacts(
        account: "298000",
        accountName: "Custodial liability",
        normalSide: .credit,
        opening: cents(100_000)
    )

    static let runningLines = [
        RunningLine(
            effectiveOn: day("2025-01-10"),
            entry: 1_041,
            kind: "receipt",
            memo: "24-cr-00117",
            debit: cents(0),
            credit: cents(15_000)
        ),
        RunningLine(
            effectiveOn: day("2025-02-28"),
            entry: 1_042,
            kind: "remittance",
            memo: nil,
            debit: cents(1_234_567_89),
            credit: cents(0)
        ),
        RunningLine(
            effectiveOn: day("2025-03-01"),
            entry: 1_043,
            kind: "reversal",
            memo: "returned check, bank reference 7781 of the second of March",
            debit: cents(15_000),
            credit: cents(0)
        ),
    ]

    static let activity = [
        activity(1_041, "receipt", "24-cr-00117", "110000", debit: 15_000),
        activity(1_041, "receipt", "24-cr-00117", "298000", credit: 15_000),
        activity(1_042, "remittance", nil, "298000", debit: 1_234_567_89),
        activity(1_042, "remittance", nil, "101000", credit: 1_234_567_89),
    ]

    static func all() throws -> [Report] {
        [
            try BalanceReport.report(balances, context: context),
            RunningReport.report(running, lines: ReportSource(runningLines), context: context),
            try TrialBalanceReport.report(trialBalances, context: context),
            try DocketReport.report(docket, context: context),
            try FundingReport.report(funding, context: context),
            try collections(),
            try ageing(),
            try claim(),
            try remittances(),
            AccessReport.report(access, context: context),
            ActivityReport.report(lines: ReportSource(activity), context: context),
            try dailyCash(),
        ]
    }

    static func named(_ name: String) throws -> Report {
        try #require(try all().first { $0.name == name })
    }

    static func cents(_ cents: Int64) -> Money { Money(cents: cents) }

    static func day(_ text: String) -> LedgerDate {
        do { return try LedgerDate(iso: text) } catch { preconditionFailure("\(error)") }
    }

    private static func trial(
        _ set: AccountSet,
        _ account: String,
        _ name: String,
        _ side: NormalSide,
        _ cents: Int64
    ) -> TrialBalanceFacts {
        TrialBalanceFacts(
            fund: "jvta",
            fundName: "Domestic Trafficking Victims' Fund",
            set: set,
            account: account,
            accountName: name,
            side: side,
            balance: Money(cents: cents)
        )
    }

    private static func application(
        _ date: String,
        _ receipt: String,
        _ debt: String,
        _ cents: Int64,
        _ shares: [(String, Int64)]
    ) -> DocketApplicationFacts {
        DocketApplicationFacts(
            receivedOn: day(date),
            receipt: receipt,
            debt: debt,
            citation: "18 U.S.C. 3014(b)",
            origin: cents < 0 ? "" : "bond, 28 U.S.C. 2044",
            amount: Money(cents: cents),
            shares: shares.map { DocketShareFacts(recipient: $0, amount: Money(cents: $1)) }
        )
    }

    private static func funding(
        _ recipient: String,
        _ period: String,
        _ stages: [Int64]
    ) -> FundingFacts {
        FundingFacts(
            fund: "mn-609.3241",
            fundName: "Minn. Stat. 609.3241",
            recipient: recipient,
            period: period,
            assessed: cents(stages[0]),
            collected: cents(stages[1]),
            split: cents(stages[2]),
            remitted: cents(stages[3]),
            awarded: cents(stages[4]),
            spent: cents(stages[5])
        )
    }

    private static func activity(
        _ entry: Int64,
        _ kind: String,
        _ memo: String?,
        _ account: String,
        debit: Int64 = 0,
        credit: Int64 = 0
    ) -> ActivityLine {
        ActivityLine(
            entry: entry,
            effectiveOn: day("2025-01-10"),
            postedOn: day("2025-01-11"),
            kind: kind,
            memo: memo,
            account: account,
            purse: "survivor services 2025",
            debit: cents(debit),
            credit: cents(credit)
        )
    }
}
