package import LedgerModel

extension StatuteRule {
    /// The statute's shares with the recipients of one case.
    ///
    /// `roles` names the recipient codes in each role; `weights` those of a role that the
    /// judgment itself divides. Refused with `LG207` when neither a role nor its fallback has a
    /// recipient, or a role of one has several.
    package func sharePlan(
        resolving roles: [String: [String]],
        weights: [String: [Int64]] = [:]
    ) throws(LedgerRefusal) -> SharePlan {
        var parts: [ResolvedPart] = []
        for clause in shares {
            parts.append(try resolve(clause, roles: roles, weights: weights))
        }
        switch shares.first?.part {
        case .percent, .component:
            return try SharePlan(tiers: [proportional(parts)])
        default:
            return try SharePlan(tiers: filling(parts))
        }
    }

    /// A clause whose recipients are known, with their weights within it.
    private struct ResolvedPart {
        let part: ShareClause.Part
        let recipients: [Share]

        var weightSum: Int64 { recipients.reduce(0) { $0 + $1.weight } }
    }

    private func resolve(
        _ clause: ShareClause,
        roles: [String: [String]],
        weights: [String: [Int64]]
    ) throws(LedgerRefusal) -> ResolvedPart {
        var role = clause.role
        var codes = roles[role] ?? []
        if codes.isEmpty, let fallback = clause.fallback {
            role = fallback
            codes = roles[role] ?? []
        }
        guard !codes.isEmpty else {
            throw LedgerRefusal(.recipientRoleUnresolved, detail: "\(citation): \(role)")
        }
        guard clause.division != .single || role != clause.role || codes.count == 1 else {
            let detail = "\(citation): \(codes.count) recipients for \(role)"
            throw LedgerRefusal(.recipientRoleUnresolved, detail: detail)
        }
        let given = clause.division == .byJudgment ? weights[role] : nil
        guard given == nil || given?.count == codes.count, given?.allSatisfy({ $0 > 0 }) ?? true
        else { throw LedgerRefusal(.sharesNotExact, detail: "\(citation): weights of \(role)") }
        let recipients = codes.enumerated().map { index, code in
            Share(weight: given?[index] ?? 1, recipient: code)
        }
        return ResolvedPart(part: clause.part, recipients: recipients)
    }

    /// One tier in which each clause has its weight, spread over its recipients.
    private func proportional(_ parts: [ResolvedPart]) throws(LedgerRefusal) -> ShareTier {
        let clauseWeights = StatuteRule.inFewestDigits(
            parts.map { part in
                switch part.part {
                case .percent(let weight), .component(let weight): weight
                case .amount(let amount): amount.cents
                case .remainder: 0
                }
            }
        )
        var common: Int64 = 1
        for part in parts {
            let (product, overflow) = common.multipliedReportingOverflow(by: part.weightSum)
            guard !overflow, product < 1_000_000_000 else {
                throw LedgerRefusal(.sharesNotExact, detail: "\(citation): weights too fine")
            }
            common = product
        }
        var shares: [Share] = []
        for (part, weight) in zip(parts, clauseWeights) {
            for recipient in part.recipients {
                let unit = try Money(cents: weight) * (common / part.weightSum) * recipient.weight
                shares.append(Share(weight: unit.cents, recipient: recipient.recipient))
            }
        }
        return ShareTier(shares: StatuteRule.merged(shares))
    }

    /// Tiers that fill with fixed amounts, then one for the remainder.
    private func filling(_ parts: [ResolvedPart]) throws(LedgerRefusal) -> [ShareTier] {
        var tiers: [ShareTier] = []
        let fixed = parts.filter { $0.part != .remainder }
        if partialPayment == .proRata {
            let caps = fixed.map(\.part).map { part in
                if case .amount(let amount) = part { amount } else { Money.zero }
            }
            tiers.append(
                ShareTier(cap: try Money.sum(caps), shares: try proportional(fixed).shares)
            )
        } else {
            for part in fixed {
                if case .amount(let amount) = part.part {
                    tiers.append(ShareTier(cap: amount, shares: part.recipients))
                }
            }
        }
        for part in parts where part.part == .remainder {
            tiers.append(ShareTier(shares: part.recipients))
        }
        return tiers
    }

    /// The weights without the zeros at their ends: 40, 20, 40 or 500, 425, 75.
    private static func inFewestDigits(_ weights: [Int64]) -> [Int64] {
        var weights = weights
        for _ in 0..<4 where weights.allSatisfy({ $0 % 10 == 0 }) {
            weights = weights.map { $0 / 10 }
        }
        return weights
    }

    /// One share per recipient: a fallback may already have a share of its own.
    private static func merged(_ shares: [Share]) -> [Share] {
        var merged: [Share] = []
        for share in shares {
            if let index = merged.firstIndex(where: { $0.recipient == share.recipient }) {
                let weight = merged[index].weight + share.weight
                merged[index] = Share(weight: weight, recipient: share.recipient)
            } else {
                merged.append(share)
            }
        }
        return merged
    }
}
