import Foundation
import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

/// Random histories, and after each step every debt, share and unclaimed cent as the law has it.
@Suite struct LawModelTests {
    @Test(arguments: LawCourt.Place.allCases, [1, 2, 3, 4, 5] as [UInt64])
    func `after every step the books stand as the law's text has it`(
        place: LawCourt.Place,
        seed: UInt64
    ) async throws {
        var court = try await LawCourt.open(place, seed: seed)
        for step in 1...28 {
            let act = try await court.act(step)
            let books = try await court.books()
            let history = "\(place), seed \(seed), step \(step): \(act)"
            #expect(books.applied == court.model.applied, "\(history)")
            #expect(books.unapplied == court.model.unapplied, "\(history)")
            #expect(books.payable == court.model.payable, "\(history)")
            for (number, debt) in court.model.debts.enumerated() {
                let applied = court.model.applied[number]
                let shares = books.shares[number]
                var rest = shares[...]
                let tiers = debt.tiers.map { tier in
                    defer { rest = rest.dropFirst(tier.parts.count) }
                    return rest.prefix(tier.parts.count).reduce(0, +)
                }
                #expect(
                    tiers == LawModel.tiers(applied, of: debt),
                    "\(history), debt \(number + 1)"
                )
                #expect(shares.allSatisfy { $0 >= 0 }, "\(history), debt \(number + 1)")
                if !court.wasTakenBack {
                    let exact = LawModel.shares(applied, of: debt)
                    #expect(shares == exact, "\(history), debt \(number + 1)")
                }
            }
            guard books.applied == court.model.applied else { return }
        }
    }

    @Test(arguments: [false, true], [1, 2, 3, 4] as [UInt64])
    func `whatever is known late, penalties stand as though it had been known in time`(
        takesAll: Bool,
        seed: UInt64
    ) async throws {
        var random = SeededGenerator(seed: seed)
        let court = try await Case.open(in: "us", judgmentOn: "2024-02-01")
        if takesAll { try await court.set("default_penalty_base", "accelerated") }
        let each = Int64.random(in: 1_000...90_000, using: &random)
        try await court.assess("us-3571", "\(Money(cents: 6 * each))") { $0.grade = "felony" }
        try await court.schedule(from: "2024-03-01", 6)
        var law = LatenessModel(
            instalments: try (3...8).map { (try LedgerDate(iso: "2024-0\($0)-01"), each) },
            takesAll: takesAll
        )
        var entries: [Int64] = []
        var day = try LedgerDate(iso: "2024-03-01")
        for step in 1...26 {
            day = try day.adding(days: Int.random(in: 4...20, using: &random))
            let act = Int.random(in: 0..<10, using: &random)
            if act < 4, law.received.map(\.cents).reduce(0, +) < 2 * each {
                let came = try day.adding(days: -Int.random(in: 0...29, using: &random))
                let cents = Int64.random(in: 1...each, using: &random)
                let paid = try await court.pay("\(Money(cents: cents))", on: "\(came)")
                law.received.append((came, cents))
                entries.append(paid.recorded.entry)
            } else if act < 6, let place = entries.indices.randomElement(using: &random) {
                let check = ReturnCollection(entries.remove(at: place), returned: .on(day))
                try await court.clerk.take(back: check)
                law.received.remove(at: place)
            } else if act == 6, law.vacated < 2 * each {
                let cents = Int64.random(in: 1...each, using: &random)
                try await court.vacate(cents, on: "\(day)")
                law.vacated += cents
            }
            let run = try await court.clerk.runDelinquency(asOf: day)
            let expected = [law.owed, try law.penalties(by: day)].map { "\(Money(cents: $0))" }
            let owed = try await court.owed()
            let history = "seed \(seed), step \(step), \(day): \(run.corrections)"
            #expect(owed + (owed.count == 1 ? ["0.00"] : []) == expected, "\(history)")
        }
        #expect(try await court.clerk.runDelinquency(asOf: day).events.isEmpty)
        try await court.pay("\(Money(cents: 20 * each))", on: "\(day)")
        #expect(try await court.applied() == court.owed())
        try await court.expectNoFindings()
    }

    @Test func `the model gives the worked figures of the law`() {
        // 40/20/40 of 750.00 in three instalments.
        #expect(LawModel.furthestBehind(25_001, [40, 20, 40]) == [10_001, 5_000, 10_000])
        #expect(LawModel.furthestBehind(49_999, [2, 1, 2]) == [20_000, 10_000, 19_999])
        #expect(LawModel.furthestBehind(75_000, [40, 20, 40]) == [30_000, 15_000, 30_000])
        // A fine that is one cent open holds the assessment of 18 U.S.C. 3014.
        let single = [LawModel.Tier(limit: nil, parts: [1])]
        let held = LawModel.Debt(
            place: 1,
            waits: true,
            holdsOthers: false,
            owed: 500_000,
            least: 500_000,
            most: 500_000,
            tiers: single
        )
        let fine = LawModel.Debt(
            place: 2,
            waits: false,
            holdsOthers: true,
            owed: 1,
            least: 1,
            most: 1,
            tiers: single
        )
        var law = LawModel(debts: [held, fine])
        law.received = 500_000
        #expect(law.applied == [499_999, 1])
    }
}
