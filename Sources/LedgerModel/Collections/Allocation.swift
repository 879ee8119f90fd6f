/// How one payment was applied to the open debts of a docket, with the reasons.
public struct Allocation: Hashable, Sendable {
    /// One open debt, in the order in which the law has it paid.
    public struct Line: Hashable, Sendable {
        /// The number of the debt.
        public let debt: Int16

        /// What kind of debt it is.
        public let kind: DebtKind

        /// The rank at which it stands.
        public let rank: Int16

        /// What was owed before this payment.
        public let owed: Money

        /// What this payment gave it.
        public let applied: Money

        /// How the applied amount is divided, one amount per share; empty when nothing was applied.
        public let shares: [Money]

        /// Whether a gate kept the payment from this debt.
        public let skippedByGate: Bool

        /// The statute under which the debt was ordered.
        public let citation: String

        /// The section of law that put the debt in its place.
        public let orderCitation: String
    }

    /// The open debts in payment order, those that got nothing included.
    public let lines: [Line]

    /// What no open debt could take, or may not.
    public let unapplied: Money

    /// What of it was given back before, so that no debt may have it.
    public let heldBack: Money

    /// What the payer wished the money to go to, if they said so.
    public let earmark: DebtKind?
}

extension Allocation.Line {
    /// Why the debt got what it got, in one sentence with its citation.
    public var reason: String {
        let place = "\(kind.rawValue) under \(citation), rank \(rank) by \(orderCitation)"
        if skippedByGate {
            return "\(place): owed \(owed), held back until the debts before it close"
        }
        if applied == .zero { return "\(place): owed \(owed), nothing left for it" }
        if applied == owed { return "\(place): owed \(owed), paid in full" }
        return "\(place): owed \(owed), paid \(applied)"
    }
}

extension Allocation {
    /// The reasons line by line, with what became of an earmark and of the rest.
    public var explanation: [String] {
        var text = lines.map(\.reason)
        if let earmark {
            text.append("marked for \(earmark.rawValue): noted; the law decides the order")
        }
        if heldBack.isPositive {
            text.append("held back: \(heldBack), the payer was given it back before")
        }
        let rest = unapplied.cents - heldBack.cents
        if rest > 0 {
            text.append("unapplied: \(Money(cents: rest)), no open debt can take it")
        }
        return text
    }
}
