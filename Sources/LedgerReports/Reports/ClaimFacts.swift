public import LedgerModel

/// A loss that several dockets owe together.
public struct ClaimFacts: Sendable, Hashable {
    /// What one docket owes of it.
    public struct Debt: Sendable, Hashable {
        /// The reference of the docket.
        public let docket: String
        /// The number of the debt on its docket.
        public let number: Int
        /// The law that it rests on.
        public let citation: String
        /// What was ordered.
        public let ordered: Money
        /// What was added since; negative when it was taken off.
        public let changed: Money
        /// What this docket paid.
        public let paid: Money
        /// What this docket may still be asked for.
        public let owed: Money

        /// Gathers the facts.
        public init(
            docket: String,
            number: Int,
            citation: String,
            ordered: Money,
            changed: Money,
            paid: Money,
            owed: Money
        ) {
            self.docket = docket
            self.number = number
            self.citation = citation
            self.ordered = ordered
            self.changed = changed
            self.paid = paid
            self.owed = owed
        }
    }

    /// The reference of the claim.
    public let claim: String
    /// The whole loss.
    public let loss: Money
    /// What all who owe it have paid.
    public let paid: Money
    /// What of the loss nobody has paid.
    public let open: Money
    /// What each docket owes.
    public let debts: [Debt]

    /// Gathers the facts.
    public init(claim: String, loss: Money, paid: Money, open: Money, debts: [Debt]) {
        self.claim = claim
        self.loss = loss
        self.paid = paid
        self.open = open
        self.debts = debts
    }
}
