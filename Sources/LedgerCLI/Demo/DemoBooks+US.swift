import LedgerOperations

extension DemoBooks {
    /// A federal case paid in five payments, the last beyond what is owed.
    ///
    /// The assessment under 18 U.S.C. 3014 waits behind restitution and fine; the fund gets an
    /// equal transfer.
    static func federal() throws -> DemoBooks {
        DemoBooks(jurisdiction: "us", suffix: "us", steps: try caseSteps() + fundSteps())
    }

    private static func caseSteps() throws -> [DemoStep] {
        let docket = "1:24-cr-00123"
        return [
            try Demo.open(docket, judgment: "2024-07-22"),
            try Demo.assess(docket, "us-3013", grade: "felony", counts: 2),
            try Demo.assess(
                docket,
                "us-3663A",
                amount: "10000.00",
                recipients: ["restitution_payee": ["payee-1", "payee-2"]],
                weights: ["restitution_payee": [60, 40]]
            ),
            try Demo.assess(docket, "us-3571", grade: "felony", amount: "2500.00"),
            try Demo.assess(docket, "us-3014"),
            try Demo.collect(docket, "150.00", "2024-08-15"),
            try Demo.collect(docket, "1000.00", "2024-10-10"),
            try Demo.deposit("US-1", "1150.00", "2024-10-11"),
            try Demo.collect(docket, "9333.33", "2024-12-20", by: .wire),
            try Demo.deposit("US-2", "9333.33", "2024-12-23"),
            try Demo.collect(docket, "3000.00", "2025-02-14"),
            try Demo.collect(docket, "5000.00", "2025-04-11", by: .check),
            try Demo.deposit("US-3", "8000.00", "2025-04-14"),
            try Demo.remit("cvf", "2700.00", "2025-06-30"),
            try Demo.remit("jvta-receipts", "5000.00", "2025-06-30"),
            try Demo.remit("payee-1", "6000.00", "2025-06-30"),
            try Demo.remit("payee-2", "4000.00", "2025-06-30"),
        ]
    }

    private static func fundSteps() throws -> [DemoStep] {
        let purse = PurseName("dtvf", "survivor_services")
        return [
            DemoStep(
                "transfer:1",
                .grants,
                .transfer(
                    .collected(through: try Demo.day("2025-04-30")),
                    on: try Demo.day("2025-05-05")
                )
            ),
            DemoStep(
                "allot:1",
                .grants,
                .allot(try Demo.movement("4500.00", "2025-05-06"), in: purse)
            ),
            DemoStep(
                "award:1",
                .grants,
                .award(
                    AwardGrant(
                        "VT-2025-1",
                        to: "Safe Passage Services",
                        for: "survivor_services",
                        from: purse,
                        under: "us-3014",
                        try Demo.movement("3000.00", "2025-05-20")
                    )
                )
            ),
            DemoStep(
                "disburse:1",
                .grants,
                .disburse(try Demo.movement("1000.00", "2025-06-10"), under: "VT-2025-1")
            ),
        ]
    }
}
