import LedgerOperations

extension DemoBooks {
    /// A court that sends everything on: instalments, a returned check, a case in hardship, one
    /// case without a payment, and money not yet deposited or remitted when the year ends.
    static func hennepin() throws -> DemoBooks {
        DemoBooks(
            jurisdiction: "us-mn-hennepin",
            suffix: "hennepin",
            steps: try cases() + firstHalf() + secondHalf(),
            statements: [september, lastQuarter]
        )
    }

    private static let rule = "mn-609.3241"

    private static func cases() throws -> [DemoStep] {
        try [
            ("27-CR-24-1001", "2024-07-15", "misdemeanor", "750.00"),
            ("27-CR-24-1002", "2024-07-22", "misdemeanor", "500.00"),
            ("27-CR-24-1003", "2024-09-10", "other", "1000.00"),
            ("27-CR-24-1004", "2024-11-12", "misdemeanor", "600.00"),
            ("27-CR-25-1005", "2025-02-03", "misdemeanor", "100.00"),
            ("27-CR-25-1006", "2025-05-20", "other", "900.00"),
        ].flatMap { docket, judgment, grade, amount in
            [
                try Demo.open(docket, judgment: judgment),
                try Demo.assess(docket, rule, grade: grade, amount: amount),
            ]
        }
    }

    private static func firstHalf() throws -> [DemoStep] {
        [
            try Demo.collect("27-CR-24-1001", "250.01", "2024-08-01"),
            try Demo.collect("27-CR-24-1002", "33.33", "2024-08-15"),
            try Demo.collect("27-CR-24-1001", "249.99", "2024-09-03"),
            try Demo.collect("27-CR-24-1002", "33.33", "2024-09-16"),
            try Demo.deposit("T-2024-1", "566.66", "2024-09-30"),
            try Demo.remit("city-police", "226.67", "2024-09-30"),
            try Demo.remit("county-attorney", "113.33", "2024-09-30"),
            try Demo.remit("safe-harbor", "226.66", "2024-09-30"),
            try Demo.collect("27-CR-24-1001", "250.00", "2024-10-01"),
            try Demo.collect("27-CR-24-1003", "1000.00", "2024-10-15", by: .check),
            try Demo.collect("27-CR-24-1002", "33.33", "2024-10-16"),
            try Demo.deposit("T-2024-2", "1283.33", "2024-10-16"),
            try Demo.takeBack("27-CR-24-1003", "2024-10-15", on: "2024-10-22"),
            try Demo.collect("27-CR-24-1003", "1000.00", "2024-11-05", by: .cash),
            try Demo.collect("27-CR-24-1002", "33.33", "2024-11-15"),
            try Demo.collect("27-CR-24-1002", "33.33", "2024-12-16"),
            try Demo.deposit("T-2024-3", "1066.66", "2024-12-31"),
            try Demo.remit("city-police", "539.99", "2024-12-31"),
            try Demo.remit("county-attorney", "270.00", "2024-12-31"),
            try Demo.remit("safe-harbor", "540.00", "2024-12-31"),
        ]
    }

    private static func secondHalf() throws -> [DemoStep] {
        [
            try Demo.collect("27-CR-24-1004", "100.00", "2025-01-10"),
            try Demo.collect("27-CR-24-1002", "33.33", "2025-01-15"),
            try Demo.collect("27-CR-25-1005", "100.00", "2025-02-10", by: .cash),
            try Demo.collect("27-CR-24-1002", "33.33", "2025-02-18"),
            try Demo.collect("27-CR-24-1002", "33.33", "2025-03-17"),
            try Demo.deposit("T-2025-1", "299.99", "2025-03-31"),
            try Demo.remit("city-police", "120.00", "2025-03-31"),
            try Demo.remit("county-attorney", "60.00", "2025-03-31"),
            try Demo.remit("safe-harbor", "119.99", "2025-03-31"),
            try Demo.collect("27-CR-24-1002", "33.33", "2025-04-15"),
            try Demo.collect("27-CR-24-1002", "33.33", "2025-05-15"),
            try Demo.deposit("T-2025-2", "66.66", "2025-05-30"),
            try Demo.collect("27-CR-24-1004", "50.00", "2025-06-20", by: .cash),
        ]
    }
}
