/// What one payee lost.
public struct PayeeLoss: Hashable, Sendable {
    /// The payee's token; who it is stays with the court.
    public let payee: String

    /// The loss.
    public let amount: Money

    /// Names a loss.
    public init(_ payee: String, _ amount: Money) {
        self.payee = payee
        self.amount = amount
    }
}

/// Who is made whole by restitution, in the order of the law, each in proportion to their loss.
public struct Restitution: Hashable, Sendable {
    /// The victims, who come before all others.
    public var victims: [PayeeLoss]

    /// Insurers and others who compensated victims, after these.
    ///
    /// 18 U.S.C. 3664(j)(1).
    public var compensators: [PayeeLoss]

    /// The United States, after everybody else.
    ///
    /// 18 U.S.C. 3664(i).
    public var unitedStates: [PayeeLoss]

    /// Names who is made whole.
    public init(
        victims: [PayeeLoss] = [],
        compensators: [PayeeLoss] = [],
        unitedStates: [PayeeLoss] = []
    ) {
        self.victims = victims
        self.compensators = compensators
        self.unitedStates = unitedStates
    }

    /// Whether nobody is named.
    public var isEmpty: Bool { tiers.isEmpty }

    /// All losses together, or `LG107` when they do not fit.
    public var total: Money {
        get throws(LedgerRefusal) { try Money.sum(tiers.joined().map(\.amount)) }
    }

    /// Tiers that fill one after the other, each up to its loss; the debt itself ends the last.
    ///
    /// Refused with `LG306` for a loss that is not positive, or without any.
    public func plan() throws(LedgerRefusal) -> SharePlan {
        var plan: [ShareTier] = []
        for (index, tier) in tiers.enumerated() {
            let loss = try Money.sum(tier.map(\.amount))
            plan.append(
                ShareTier(
                    cap: index == tiers.count - 1 ? nil : loss,
                    shares: tier.map { Share(weight: $0.amount.cents, recipient: $0.payee) }
                )
            )
        }
        return try SharePlan(tiers: plan)
    }

    private var tiers: [[PayeeLoss]] {
        [victims, compensators, unitedStates].filter { !$0.isEmpty }
    }
}
