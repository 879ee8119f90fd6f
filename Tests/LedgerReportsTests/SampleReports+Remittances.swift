import LedgerModel
import LedgerReports

extension SampleReports {
    /// Sent late, held, due from a recipient, and nothing at all.
    static func remittances() throws -> Report {
        try RemittanceReport.report(
            [
                remittance("circuit-clerk", "2025-01", due: 5_000, sent: 5_000, late: (5_000, 3)),
                remittance("circuit-clerk", "2025-02", due: -1_001, dueFrom: 1_001),
                remittance("survivors-fund", "2025-01", due: 65_000, sent: 15_000, held: 50_000),
                remittance("survivors-fund", "2025-02"),
            ],
            ties: [
                TransferTieFacts(
                    fiscalYear: "FY2024",
                    collected: cents(500_000),
                    transferred: cents(500_000),
                    health: cents(500_000_000)
                ),
                TransferTieFacts(
                    fiscalYear: "FY2025",
                    collected: cents(-500_000),
                    transferred: cents(0),
                    health: cents(0)
                ),
            ],
            context: context
        )
    }

    private static func remittance(
        _ recipient: String,
        _ period: String,
        due: Int64 = 0,
        sent: Int64 = 0,
        late: (cents: Int64, days: Int64) = (0, 0),
        held: Int64 = 0,
        dueFrom: Int64 = 0
    ) -> RemittanceFacts {
        RemittanceFacts(
            fund: "court",
            fundName: "Circuit court collections",
            recipient: recipient,
            citation: "18 U.S.C. 3014",
            period: period,
            due: cents(due),
            deadline: due > 0 ? day("2025-02-28") : nil,
            sent: cents(sent),
            late: cents(late.cents),
            lateDays: late.days,
            held: cents(held),
            heldUntil: held > 0 ? day("2025-04-30") : nil,
            dueFrom: cents(dueFrom)
        )
    }
}
