import LedgerModel
import Testing

/// What splitting keeps true whatever the weights, the instalments and the reversals.
struct SharePlanPropertyTests {
    /// One tier without a cap, and what it holds.
    struct Tier {
        let weights: [Int64]
        let plan: SharePlan
        var held: [Money]
        var payments: [[Money]] = []

        init(using generator: inout SeededGenerator, shares: ClosedRange<Int> = 2...9) throws {
            let most = Int64.random(in: 1...400, using: &generator)
            let count = Int.random(in: shares, using: &generator)
            try self.init(
                weights: (0..<count).map { _ in .random(in: 1...most, using: &generator) }
            )
        }

        init(weights: [Int64]) throws {
            self.weights = weights
            plan = try SharePlan(
                tiers: [ShareTier(shares: weights.map { Share(weight: $0, recipient: "r") })])
            held = weights.map { _ in .zero }
        }

        var period: Int64 { plan.tiers[0].period }

        mutating func pay(_ cents: Int64) throws -> [Money] {
            let given = try plan.split(Money(cents: cents), held: held)
            held = try zip(held, given).map { try $0 + $1 }
            payments.append(given)
            return given
        }

        mutating func reverse(at index: Int) throws {
            held = try zip(held, payments.remove(at: index)).map { try $0 - $1 }
        }

        /// How far share `index` is ahead of its exact part, in cents times the weights' sum.
        func ahead(_ index: Int) -> Int128 {
            let total = held.reduce(Int128(0)) { $0 + Int128($1.cents) }
            let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
            return sum * Int128(held[index].cents) - Int128(weights[index]) * total
        }

        var sum: Int128 { weights.reduce(0) { $0 + Int128($1) } }
    }

    /// Gives `cents` one by one in the plainest way there is.
    static func oneByOne(_ cents: Int64, weights: [Int64], held: [Money]) -> [Money] {
        var held = held.map { Int128($0.cents) }
        let start = held
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
        for _ in 0..<cents {
            let total = held.reduce(0, +)
            var best = 0
            func need(_ index: Int) -> Int128 {
                Int128(weights[index]) * (total + 1) - sum * held[index]
            }
            for index in weights.indices where need(index) > need(best) { best = index }
            held[best] += 1
        }
        return zip(held, start).map { Money(cents: Int64($0 - $1)) }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `any cutting into instalments gives the same totals`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var tier = try Tier(using: &generator)
        let cuts = (0..<40).map { _ in Int64.random(in: 1...500, using: &generator) }
        for cut in cuts {
            let given = try tier.pay(cut)
            #expect(given.allSatisfy { $0 >= .zero }, "seed \(seed)")
            #expect(try Money.sum(given) == Money(cents: cut), "seed \(seed)")
        }
        let total = Money(cents: cuts.reduce(0, +))
        let atOnce = try tier.plan.split(total, held: tier.weights.map { _ in .zero })
        #expect(atOnce == tier.held, "seed \(seed)")
        let plain = Self.oneByOne(
            total.cents,
            weights: tier.weights,
            held: tier.weights.map { _ in .zero }
        )
        #expect(plain == tier.held, "seed \(seed)")
    }

    @Test(arguments: 100..<160 as Range<UInt64>)
    func `shares are exact after each full period and within two cents between`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        var tier = try Tier(using: &generator)
        for step in 1...tier.period * 2 {
            _ = try tier.pay(1)
            for index in tier.weights.indices {
                #expect(tier.ahead(index).magnitude < 2 * tier.sum.magnitude, "seed \(seed)")
                if step % tier.period == 0 { #expect(tier.ahead(index) == 0, "seed \(seed)") }
            }
        }
    }

    @Test(arguments: 200..<260 as Range<UInt64>)
    func `after a reversal the next period heals`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var tier = try Tier(using: &generator, shares: 2...6)
        for _ in 0..<6 { _ = try tier.pay(.random(in: 1...400, using: &generator)) }
        try tier.reverse(at: .random(in: 0..<6, using: &generator))
        let plain = Self.oneByOne(tier.period, weights: tier.weights, held: tier.held)
        #expect(try tier.pay(tier.period) == plain, "seed \(seed)")
        for index in tier.weights.indices {
            #expect(tier.ahead(index).magnitude < 2 * tier.sum.magnitude, "seed \(seed)")
        }
    }

    /// The bound that guards the database door: whoever gets money is less than a cent ahead.
    @Test(arguments: 300..<340 as Range<UInt64>)
    func `nobody who is given money is a whole cent ahead of the exact share`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            var tier = try Tier(using: &generator, shares: 2...12)
            for _ in 0..<40 {
                if Bool.random(using: &generator), let last = tier.payments.indices.last {
                    try tier.reverse(at: .random(in: 0...last, using: &generator))
                    continue
                }
                let most = Bool.random(using: &generator) ? 9 : tier.period * 3
                let given = try tier.pay(.random(in: 1...most, using: &generator))
                for index in given.indices where given[index].isPositive {
                    try #require(tier.ahead(index) < tier.sum, "seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: 400..<440 as Range<UInt64>)
    func `any holdings at all are split exactly, without negative shares and without delay`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            var tier = try Tier(using: &generator, shares: 2...12)
            for index in tier.held.indices {
                let most = Int64(1) << Int.random(in: 0...48, using: &generator)
                tier.held[index] = Money(cents: .random(in: 0...most, using: &generator))
            }
            let most = Int64(1) << Int.random(in: 0...52, using: &generator)
            let cents = Int64.random(in: 1...most, using: &generator)
            let given = try tier.pay(cents)
            try #require(try Money.sum(given) == Money(cents: cents), "seed \(seed)")
            for index in given.indices {
                try #require(given[index] >= .zero, "seed \(seed)")
                if given[index].isPositive {
                    try #require(tier.ahead(index) < tier.sum, "seed \(seed)")
                }
            }
        }
    }

    @Test func `the largest amount splits like any other`() throws {
        for weights: [Int64] in [
            [40, 20, 40], [500, 425, 75], [999_983, 16, 1], [1, 1, 1, 1, 1],
        ] {
            var tier = try Tier(weights: weights)
            _ = try tier.pay(Money.largest.cents - 12_345)
            for index in weights.indices {
                #expect(tier.ahead(index).magnitude < 2 * tier.sum.magnitude)
            }
            let plain = Self.oneByOne(12_345, weights: weights, held: tier.held)
            #expect(try tier.pay(12_345) == plain)
        }
    }

    @Test(arguments: 500..<540 as Range<UInt64>)
    func `tiers fill in order and never beyond their caps`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let caps = (0..<3).map { _ in Int64.random(in: 1...3000, using: &generator) }
        let plan = try SharePlan(
            tiers: caps.map { cap in
                ShareTier(
                    cap: Money(cents: cap),
                    shares: (0..<3).map { _ in
                        Share(weight: .random(in: 1...9, using: &generator), recipient: "r")
                    }
                )
            } + [ShareTier(shares: [Share(weight: 1, recipient: "rest")])]
        )
        var held = [Money](repeating: .zero, count: plan.shareCount)
        var total: Int64 = 0
        for _ in 0..<30 {
            let cents = Int64.random(in: 1...700, using: &generator)
            let given = try plan.split(Money(cents: cents), held: held)
            held = try zip(held, given).map { try $0 + $1 }
            total += cents
            var left = total
            for (index, cap) in caps.enumerated() {
                let sum = try Money.sum(held[index * 3..<index * 3 + 3]).cents
                #expect(sum == min(left, cap), "seed \(seed)")
                left -= sum
            }
            #expect(held.last?.cents == left, "seed \(seed)")
        }
    }
}
