import LedgerModel
import LedgerOperations

extension DemoBooks {
    /// The fund that the courts of the state remit to: a grant, its draws, one award that is a
    /// cent too large, and the release of what the grantee will not need.
    static func minnesota() throws -> DemoBooks {
        let purse = PurseName("safe-harbor", "survivor_services")
        let court = "Hennepin County District Court"
        func receive(_ amount: String, _ date: String) throws -> DemoStep {
            DemoStep(
                "receive:\(date)",
                .grants,
                .receive(try Demo.movement(amount, date), from: court, into: purse)
            )
        }
        func award(_ reference: String, _ amount: String, _ date: String) throws -> AwardGrant {
            AwardGrant(
                reference,
                to: "Harbor House",
                for: "survivor_services",
                from: purse,
                under: "mn-609.3241",
                try Demo.movement(amount, date)
            )
        }
        func draw(_ amount: String, _ date: String) throws -> DemoStep {
            DemoStep(
                "disburse:\(date)",
                .grants,
                .disburse(try Demo.movement(amount, date), under: "A-2025-1")
            )
        }
        return DemoBooks(
            jurisdiction: "us-mn",
            suffix: "mn",
            steps: [
                try receive("226.66", "2024-10-02"),
                try receive("540.00", "2025-01-03"),
                DemoStep("award:1", .grants, .award(try award("A-2025-1", "500.00", "2025-02-03"))),
                try draw("200.00", "2025-03-03"),
                try receive("119.99", "2025-04-02"),
                try draw("150.00", "2025-05-01"),
                DemoStep(
                    "award:2",
                    .grants,
                    .award(try award("A-2025-2", "386.66", "2025-05-15")),
                    refusedWith: .awardExceedsAvailable
                ),
                DemoStep(
                    "deobligate:1",
                    .grants,
                    .deobligate(try Demo.movement("100.00", "2025-06-16"), of: "A-2025-1")
                ),
            ]
        )
    }
}
