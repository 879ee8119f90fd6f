import LedgerModel
import Testing

/// Losses to the cent are weights that repeat only after the whole loss.
@Suite struct LossTests {
    @Test(arguments: 0..<12 as Range<UInt64>)
    func `large weights divide as though each cent were given by itself`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var tier = try SharePlanPropertyTests.Tier(
            weights: (0..<Int.random(in: 2...4, using: &generator)).map { _ in
                .random(in: 1...3_000_000, using: &generator)
            }
        )
        for _ in 0..<3 {
            let cents = Int64.random(in: 1...25_000, using: &generator)
            let plain = SharePlanPropertyTests.oneByOne(
                cents,
                weights: tier.weights,
                held: tier.held
            )
            #expect(try tier.pay(cents) == plain, "seed \(seed)")
        }
        try tier.reverse(at: .random(in: 0..<3, using: &generator))
        let plain = SharePlanPropertyTests.oneByOne(20_000, weights: tier.weights, held: tier.held)
        #expect(try tier.pay(20_000) == plain, "seed \(seed)")
    }

    @Test(arguments: 100..<140 as Range<UInt64>)
    func `however it is paid, each payee ends with exactly their loss`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func losses(_ name: String, _ count: ClosedRange<Int>) -> [PayeeLoss] {
            (0..<Int.random(in: count, using: &generator)).map {
                PayeeLoss(
                    "\(name)-\($0)",
                    Money(cents: .random(in: 1...90_000_000, using: &generator))
                )
            }
        }
        let restitution = Restitution(
            victims: losses("v", 1...4),
            compensators: losses("i", 0...2),
            unitedStates: losses("us", 0...1)
        )
        let all = restitution.victims + restitution.compensators + restitution.unitedStates
        let plan = try restitution.plan()
        #expect(plan.shares.map(\.recipient) == all.map(\.payee))
        var held = all.map { _ in Money.zero }
        var left = try restitution.total.cents
        while left > 0 {
            let cents = min(left, .random(in: 1...30_000_000, using: &generator))
            let given = try plan.split(Money(cents: cents), held: held)
            held = try zip(held, given).map { try $0 + $1 }
            left -= cents
            let victims = restitution.victims.count
            let open = zip(held, all).prefix(victims).contains { $0.0 < $0.1.amount }
            #expect(!open || held.dropFirst(victims).allSatisfy { $0 == .zero }, "seed \(seed)")
        }
        #expect(held == all.map(\.amount), "seed \(seed)")
    }

    @Test func `a loss that is not positive is refused`() {
        for restitution in [
            Restitution(), Restitution(victims: [PayeeLoss("v", .zero)]),
            Restitution(
                victims: [PayeeLoss("v", Money(cents: -1))],
                unitedStates: [PayeeLoss("us", Money(cents: 5))]
            ),
        ] {
            let refusal = #expect(throws: LedgerRefusal.self) { try restitution.plan() }
            #expect(refusal?.code == .sharesNotExact)
        }
    }
}
