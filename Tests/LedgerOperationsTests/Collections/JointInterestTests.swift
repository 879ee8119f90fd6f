import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

/// What time adds to a loss that several owe.
@Suite struct JointInterestTests {
    /// Three dockets owe 10,000.00, 10,000.00 and 3,000.00 of one loss of 10,000.00.
    private static func dockets(rates: [Int64?]) async throws -> [Case] {
        let first = try await Case.open("J-1", in: "us", judgmentOn: "2024-01-02")
        let loss = PayeeLoss("payee-1", try Money(parsing: "10000.00"))
        try await first.clerk.open(OpenClaim("L-1", Restitution(victims: [loss])))
        var all: [Case] = []
        for (index, amount) in ["10000.00", "10000.00", "3000.00"].enumerated() {
            let one = Case(test: first.test, clerk: first.clerk, docket: "J-\(index + 1)")
            if index > 0 {
                try await one.clerk.open(
                    OpenDocket(one.docket, judgmentOn: LedgerDate(iso: "2024-01-02"))
                )
            }
            try await one.assess("us-3663A", amount) {
                $0.claim = "L-1"
                $0.interestRate = rates[index]
            }
            all.append(one)
        }
        return all
    }

    private static func owed(_ dockets: [Case]) async throws -> [[String]] {
        var all: [[String]] = []
        for docket in dockets { all.append(try await docket.owed()) }
        return all
    }

    @discardableResult
    private static func run(_ docket: Case, _ day: String) async throws -> InterestRun {
        try await docket.clerk.runInterest(through: LedgerDate(iso: day))
    }

    @Test func `the loss bears interest once, whoever pays it`() async throws {
        let all = try await Self.dockets(rates: [48_000, 48_000, 48_000])
        try await all[1].pay("1000.00", on: "2024-02-16")
        try await Self.run(all[0], "2024-03-06")
        // As though one docket owed 10,000.00 and 1,000.00 of it were paid on 16 February.
        #expect(try await Self.owed(all) == [["10000.00", "63.12"], ["10000.00"], ["3000.00"]])
        try await all[0].expectNoFindings()
    }

    @Test func `a debt without a rate or with interest waived leaves it to the others`()
        async throws
    {
        let all = try await Self.dockets(rates: [nil, 48_000, 48_000])
        let run = try await Self.run(all[0], "2024-03-06")
        #expect(run.withoutRate.map(\.docket) == ["J-1"])
        #expect(run.withoutRate.map(\.open.description) == ["10000.00"])
        #expect(
            try await Self.owed(all) == [["10000.00"], ["10000.00", "65.75"], ["3000.00"]]
        )
        var waiver = SetInterestTerm(nil, of: 1, on: "J-2")
        (waiver.isWaived, waiver.order) = (true, "O-1")
        try await all[0].clerk.set(waiver)
        try await Self.run(all[0], "2024-03-06")
        #expect(
            try await Self.owed(all)
                == [["10000.00"], ["10000.00", "0.00"], ["3000.00", "19.73"]]
        )
        try await all[0].expectNoFindings()
    }

    @Test func `a debt that others paid needs no rate`() async throws {
        let all = try await Self.dockets(rates: [nil, 48_000, nil])
        try await all[1].pay("9000.00", on: "2024-02-16")
        let partly = try await Self.run(all[0], "2024-01-17")
        #expect(partly.withoutRate.map(\.docket) == ["J-1", "J-3"])
        #expect(partly.withoutRate.map(\.open.description) == ["1000.00", "1000.00"])
        try await all[1].pay("1000.00", on: "2024-02-17")
        #expect(try await Self.run(all[0], "2024-01-17").withoutRate == [])
    }

    @Test func `each debtor pays a penalty for what was late, and none for what others paid`()
        async throws
    {
        let all = try await Self.dockets(rates: [nil, nil, nil])
        for docket in all { try await docket.schedule(from: "2024-03-01", 10) }
        try await all[0].pay("8000.00", on: "2024-03-31")
        let run = try await all[0].clerk.runDelinquency(asOf: LedgerDate(iso: "2024-04-01"))
        #expect(run.events.map(\.docket) == ["J-2", "J-3"])
        #expect(run.events.map(\.penalty.description) == ["100.00", "30.00"])
        try await all[1].pay("2000.00", on: "2024-04-02")
        let next = try await all[0].clerk.runDelinquency(asOf: LedgerDate(iso: "2024-12-31"))
        #expect(next.events == [])
        try await all[0].expectNoFindings()
    }

    @Test func `a debt that bears no interest takes no rate, and is not ordered`() async throws {
        let court = try await Case.open("J-1", in: "us", judgmentOn: "2024-01-02")
        try await court.expect(.debtBearsNoInterest) {
            try await court.assess("us-3013") {
                $0.grade = "felony"
                $0.interestRate = 48_000
            }
        }
        #expect(try await court.owed() == [])
    }
}
