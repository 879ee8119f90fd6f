/// The order in which the law has a docket's debts paid.
public struct PaymentOrder: Hashable, Sendable {
    /// The place of one kind of debt.
    public struct Rank: Hashable, Sendable {
        /// The kind of debt.
        public let kind: DebtKind

        /// Its place; lower is paid first, equal places by debt number.
        public let rank: Int16

        /// The section of law that says so.
        public let citation: String
    }

    /// A kind of debt that nothing reaches while others are open.
    public struct Gate: Hashable, Sendable {
        /// The kind that waits.
        public let gated: DebtKind

        /// The kinds it waits for.
        public let gating: Set<DebtKind>

        /// The section of law that says so.
        public let citation: String
    }

    /// The name stored with the judgment.
    public let name: String

    /// Every kind of debt with its place.
    public let ranks: [Rank]

    /// The gates, which stand above any rank.
    public let gates: [Gate]

    /// The place of `kind`; what an order does not name comes last.
    public func rank(of kind: DebtKind) -> Int16 { entry(for: kind).rank }

    /// The section of law that gives `kind` its place, and where it waits at a gate that section.
    public func citation(for kind: DebtKind) -> String {
        gates.first { $0.gated == kind }?.citation ?? entry(for: kind).citation
    }

    /// Whether `kind` waits at a gate.
    public func isGated(_ kind: DebtKind) -> Bool { gates.contains { $0.gated == kind } }

    /// Whether a gate waits for `kind`; whether it waits for interest and penalties, too, is a
    /// court's setting and no part of the order.
    public func isGating(_ kind: DebtKind) -> Bool {
        gates.contains { $0.gating.contains(kind) }
    }

    private func entry(for kind: DebtKind) -> Rank {
        ranks.first { $0.kind == kind } ?? Rank(kind: kind, rank: .max, citation: name)
    }
}
