/// What a docket's debts must stand at, worked out from the law's text alone: all good money in the
/// law's order, past its gate, and each cent to whoever is furthest behind.
///
/// Nothing here is the ledger's own code, and nothing is kept from step to step but what was
/// ordered, received and given back.
struct LawModel {
    /// One item that a judgment orders, as its statute has it.
    struct Debt {
        /// Its place in the payment order; within one place the earlier ordered is first.
        let place: Int
        /// Whether it waits at the gate of title 18 section 3014(b).
        let waits: Bool
        /// Whether others wait for it there.
        let holdsOthers: Bool
        /// What is owed in all.
        var owed: Int64
        /// To how much it may be amended.
        let least: Int64
        let most: Int64
        /// Who is paid before whom, up to which amount, and in which proportion.
        let tiers: [Tier]
    }

    struct Tier {
        let limit: Int64?
        let parts: [Int64]
    }

    var debts: [Debt] = []
    /// What was received and not taken back.
    var received: Int64 = 0
    /// What payers were given back, or may have back.
    var givenBack: Int64 = 0
    /// What of it they have not got yet.
    var payable: Int64 = 0

    /// What is there to be applied.
    var money: Int64 { max(0, received - givenBack) }

    /// What each debt has got, in the order of their numbers.
    var applied: [Int64] {
        var applied = debts.map { _ in Int64(0) }
        var left = money
        while left > 0, let next = payable(applied) {
            let cents = min(left, debts[next].owed - applied[next])
            applied[next] += cents
            left -= cents
        }
        return applied
    }

    /// What no debt takes.
    var unapplied: Int64 { received - givenBack - applied.reduce(0, +) }

    /// The next debt to be paid: the first in the order that is open and need not wait.
    private func payable(_ applied: [Int64]) -> Int? {
        let open = debts.indices.filter { applied[$0] < debts[$0].owed }
        let isShut = open.contains { debts[$0].holdsOthers }
        return open.filter { !(debts[$0].waits && isShut) }
            .min { (debts[$0].place, $0) < (debts[$1].place, $1) }
    }

    /// What each tier of a debt has, when so much was applied to it.
    static func tiers(_ applied: Int64, of debt: Debt) -> [Int64] {
        var left = applied
        return debt.tiers.map { tier in
            let cents = tier.limit.map { min(left, $0) } ?? left
            left -= cents
            return cents
        }
    }

    /// What each share has of a debt that only ever gained.
    static func shares(_ applied: Int64, of debt: Debt) -> [Int64] {
        zip(tiers(applied, of: debt), debt.tiers).flatMap { cents, tier in
            furthestBehind(cents, tier.parts)
        }
    }

    /// Cent by cent to the largest share x (T + 1) - held, ties to the one listed first.
    ///
    /// After as many cents as the parts have in all, everybody has exactly their part.
    static func furthestBehind(_ cents: Int64, _ parts: [Int64]) -> [Int64] {
        let all = parts.reduce(0, +)
        var held = parts.map { cents / all * $0 }
        for total in (cents / all * all)..<cents {
            let behind = parts.indices.map { parts[$0] * (total + 1) - all * held[$0] }
            let most = behind.indices.max {
                behind[$0] < behind[$1] || behind[$0] == behind[$1] && $0 > $1
            }
            if let most { held[most] += 1 }
        }
        return held
    }
}
