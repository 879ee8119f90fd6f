/// How a debt's money is divided: tiers that fill in order, each split by weight.
///
/// Every statutory shape is one of these: percentages are one tier without a cap; fixed amounts
/// paid pro rata are one capped tier, paid in sequence one capped tier each; fixed amounts and
/// then the remainder are capped tiers before one without a cap. Shares are numbered from 0 over
/// all tiers.
public struct SharePlan: Hashable, Sendable {
    /// The tiers in the order in which they fill.
    public let tiers: [ShareTier]

    /// The most cents after which a tier's weights must repeat: no loss is larger.
    public static let longestPeriod = Money.largest.cents

    /// Makes a plan of `tiers`, or refuses with `LG306` what cannot divide money exactly.
    public init(tiers: [ShareTier]) throws(LedgerRefusal) {
        guard !tiers.isEmpty else {
            throw LedgerRefusal(.sharesNotExact, detail: "a plan without tiers")
        }
        for tier in tiers {
            if let fault = tier.fault { throw LedgerRefusal(.sharesNotExact, detail: fault) }
        }
        guard tiers.dropLast().allSatisfy({ $0.cap != nil }) else {
            throw LedgerRefusal(.sharesNotExact, detail: "a tier after one without a cap")
        }
        self.tiers = tiers
    }

    /// All shares in the order of their numbers.
    public var shares: [Share] { tiers.flatMap(\.shares) }

    /// How many shares the plan has.
    public var shareCount: Int { tiers.reduce(0) { $0 + $1.shares.count } }

    /// Splits `amount` among the shares, given what each already holds.
    ///
    /// The result has one amount per share, none negative, with the exact sum. Refused with
    /// `LG306` when the amount or a holding is negative, their number differs from the plan's, or
    /// all tiers are full.
    public func split(_ amount: Money, held: [Money]) throws(LedgerRefusal) -> [Money] {
        try check(amount, held: held)
        var given = [Money](repeating: .zero, count: held.count)
        var left = amount.cents
        var first = 0
        for tier in tiers where left > 0 {
            let slots = held[first..<first + tier.shares.count]
            var room = left
            if let cap = tier.cap {
                let total = slots.reduce(0) { $0 + $1.cents }
                room = min(left, max(0, cap.cents - total))
            }
            if tier.shares.count == 1 {
                given[first] = Money(cents: room)
            } else if room > 0 {
                tier.give(room, held: slots, into: &given, at: first)
            }
            left -= room
            first += tier.shares.count
        }
        guard left == 0 else {
            let detail = "\(Money(cents: left)) beyond what the shares may hold"
            throw LedgerRefusal(.sharesNotExact, detail: detail)
        }
        return given
    }

    /// Takes `amount` back from what the shares hold: from the last tier first, and within a tier
    /// each cent from whoever is furthest ahead, ties from the last listed.
    ///
    /// It is the rule of ``split(_:held:)`` run backwards, and none is left with less than nothing.
    /// Refused with `LG306` when a holding is negative or all hold less than the amount.
    public func takeBack(_ amount: Money, from held: [Money]) throws(LedgerRefusal) -> [Money] {
        try check(.zero, held: held)
        let total = try Money.sum(held)
        guard amount >= .zero, amount <= total else {
            throw LedgerRefusal(.sharesNotExact, detail: "\(amount) back from \(total)")
        }
        var taken = [Money](repeating: .zero, count: held.count)
        var left = amount.cents
        var end = held.count
        for tier in tiers.reversed() where left > 0 {
            let first = end - tier.shares.count
            let slots = held[first..<end].reversed().map { Money(cents: -$0.cents) }
            let part = min(left, -slots.reduce(0) { $0 + $1.cents })
            if part > 0 {
                var back = [Money](repeating: .zero, count: slots.count)
                ShareTier(shares: tier.shares.reversed())
                    .give(part, held: slots[...], into: &back, at: 0)
                taken.replaceSubrange(first..<end, with: back.reversed())
            }
            left -= part
            end = first
        }
        return taken
    }

    private func check(_ amount: Money, held: [Money]) throws(LedgerRefusal) {
        guard held.count == shareCount else {
            let detail = "\(held.count) holdings for \(shareCount) shares"
            throw LedgerRefusal(.sharesNotExact, detail: detail)
        }
        guard amount >= .zero, held.allSatisfy({ $0 >= .zero }) else {
            throw LedgerRefusal(.sharesNotExact, detail: "a negative amount or holding")
        }
        let total = try Money.sum(held) + amount
        guard total <= Money.largest else {
            throw LedgerRefusal(.amountTooLarge, detail: "\(total) held")
        }
    }
}
