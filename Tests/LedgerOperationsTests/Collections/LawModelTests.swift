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
