import LedgerOperations

extension DemoBooks {
    /// A state whose court collects for the state's own fund, which nobody spends from.
    static func newJersey() throws -> DemoBooks {
        let cases = try [
            ("MER-24-0101", "2024-08-20"), ("MER-24-0102", "2024-12-11"),
            ("MER-25-0103", "2025-04-08"),
        ].flatMap { docket, judgment in
            [
                try Demo.open(docket, judgment: judgment),
                try Demo.assess(docket, "nj-2C:34-1.2"),
            ]
        }
        return DemoBooks(
            jurisdiction: "us-nj",
            suffix: "nj",
            steps: cases + [
                try Demo.collect("MER-24-0101", "123.45", "2024-09-12"),
                try Demo.deposit("NJ-1", "123.45", "2024-09-30"),
                try Demo.collect("MER-24-0101", "376.55", "2024-12-05"),
                try Demo.deposit("NJ-2", "376.55", "2024-12-31"),
                try Demo.collect("MER-24-0102", "500.00", "2025-02-20", by: .check),
                try Demo.deposit("NJ-3", "500.00", "2025-02-28"),
                try Demo.remit("survivors-fund", "400.00", "2025-03-31"),
                try Demo.remit("program-provider", "400.00", "2025-03-31"),
                try Demo.remit("arresting-police", "200.00", "2025-03-31"),
            ]
        )
    }
}
