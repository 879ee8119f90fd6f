import Testing

@testable import LedgerCLI

/// What the demo's year must come to, by plain arithmetic from the payments and the statutes.
@Suite struct DemoTotalsTests {
    private static let year = ["--begin", "2024-07-01", "--end", "2025-06-30", "-O", "json"]

    private func report(_ words: [String], _ jurisdiction: String) async throws -> ReportDocument {
        let run = try await CommandRun.onDemo(
            ["report"] + words + ["--jurisdiction", jurisdiction] + Self.year
        )
        try #require(run.status == .done, "\(run.diagnostics)")
        return try ReportDocument(run.output)
    }

    /// The cents of a column by recipient.
    private func byRecipient(
        _ document: ReportDocument,
        _ fund: String,
        _ column: String
    ) throws -> [String: Int64] {
        try document.rows(fund).reduce(into: [:]) { sums, row in
            let cents = row[column]?.cents ?? 0
            if cents != 0 { sums[row["recipient"]?.text ?? "", default: 0] += cents }
        }
    }

    @Test func `Hennepin: 40, 20 and 40 of a hundred, over instalments and a returned check`()
        async throws
    {
        // By docket: what was ordered, and what was paid and stayed paid.
        let ordered: [Int64] = [750_00, 500_00, 1_000_00, 600_00, 100_00, 900_00]
        let paid: [[Int64]] = [
            [250_01, 249_99, 250_00], Array(repeating: 33_33, count: 10), [1_000_00],
            [100_00, 50_00], [100_00], [],
        ]
        let sums = paid.map { $0.reduce(0, +) }
        #expect(sums.allSatisfy { $0 * 40 % 100 == 0 })
        let total = sums.reduce(0, +)
        let funding = try await report(["funding"], "us-mn-hennepin")
        #expect(try funding.total("court", "assessed") == ordered.reduce(0, +))
        #expect(try funding.total("court", "collected") == total)
        #expect(
            try byRecipient(funding, "court", "split") == [
                "city-police": total * 40 / 100, "county-attorney": total * 20 / 100,
                "safe-harbor": total * 40 / 100,
            ]
        )
        // Not sent on yet: the instalments of April and May and the 50.00 of June.
        let kept: Int64 = 33_33 * 2 + 50_00
        #expect(try funding.total("court", "remitted") == total - kept)
        let balance = try await report(["balance"], "us-mn-hennepin")
        #expect(try balance.total("court", "closing") == kept)
    }

    @Test func `Minnesota: received what Hennepin sent, spent under one award, kept the rest`()
        async throws
    {
        let hennepin = try await report(["funding"], "us-mn-hennepin")
        let received = try #require(
            try byRecipient(hennepin, "court", "remitted")["safe-harbor"]
        )
        let (award, drawn, released): (Int64, Int64, Int64) = (500_00, 200_00 + 150_00, 100_00)
        let balance = try await report(["balance"], "us-mn")
        #expect(try balance.total("safe-harbor", "money_in") == received)
        #expect(try balance.total("safe-harbor", "money_out") == drawn)
        #expect(try balance.total("safe-harbor", "closing") == received - drawn)
        #expect(try balance.total("safe-harbor", "available") == received - award + released)
        let funding = try await report(["funding"], "us-mn")
        #expect(try funding.total("safe-harbor", "awarded") == award - released)
        #expect(try funding.total("safe-harbor", "spent") == drawn)
    }

    @Test func `New Jersey: 200, 200 and 100 of each fee, and nothing spent`() async throws {
        let fees: Int64 = 2
        let funding = try await report(["funding"], "us-nj")
        #expect(try funding.total("court", "assessed") == 3 * 500_00)
        #expect(
            try byRecipient(funding, "court", "split") == [
                "survivors-fund": fees * 200_00, "program-provider": fees * 200_00,
                "arresting-police": fees * 100_00,
            ]
        )
        #expect(try funding.total("survivors-fund", "spent") == 0)
        let balance = try await report(["balance"], "us-nj")
        #expect(try balance.total("survivors-fund", "available") == fees * 200_00)
    }

    @Test func `federal: assessment, restitution, fine, then 3014; the rest is held`() async throws
    {
        let payments: [Int64] = [150_00, 1_000_00, 9_333_33, 3_000_00, 5_000_00]
        let ordered: [Int64] = [2 * 100_00, 10_000_00, 2_500_00, 5_000_00]
        let held = payments.reduce(0, +) - ordered.reduce(0, +)
        #expect(held == 783_33)
        let statement = try await report(["docket", "1:24-cr-00123"], "us")
        #expect(try statement.rows("debts").map { $0["applied"]?.cents } == ordered)
        #expect(try statement.total("debts", "owed") == 0)
        let applied = try statement.rows("applications").map { $0["amount"]?.cents ?? 0 }
        #expect(
            applied == [
                150_00, 50_00, 950_00, 9_050_00, 283_33, 2_216_67, 783_33, 4_216_67,
            ]
        )
        let funding = try await report(["funding"], "us")
        #expect(
            try byRecipient(funding, "clerk", "remitted") == [
                "cvf": ordered[0] + ordered[2], "jvta-receipts": ordered[3],
                "payee-1": ordered[1] * 60 / 100, "payee-2": ordered[1] * 40 / 100,
            ]
        )
        let balance = try await report(["balance"], "us")
        #expect(try balance.total("clerk", "closing") == held)
        #expect(try balance.total("dtvf", "closing") == 5_000_00 - 1_000_00)
        #expect(try balance.total("dtvf", "available") == 4_500_00 - 3_000_00)
    }
}
