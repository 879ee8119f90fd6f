public import LedgerModel

/// What courts ordered under one statute in one period, and what became of it.
public struct CollectionsFacts: Sendable, Hashable {
    /// What was added to debts (negative: taken off) after they were ordered, by its reason.
    public struct Changes: Sendable, Hashable {
        /// The court amended its judgment.
        public let amended: Money
        /// The court vacated a conviction or an order.
        public let vacated: Money
        /// Interest accrued.
        public let interest: Money
        /// Penalties for paying late.
        public let penalty: Money
        /// Remitted on the Government's petition.
        public let remission: Money
        /// Interest or penalties waived.
        public let waiver: Money
        /// Reduced for who cannot pay.
        public let reduction: Money
        /// Ended by law.
        public let extinction: Money

        /// Gathers the facts.
        public init(
            amended: Money,
            vacated: Money,
            interest: Money,
            penalty: Money,
            remission: Money,
            waiver: Money,
            reduction: Money,
            extinction: Money
        ) {
            self.amended = amended
            self.vacated = vacated
            self.interest = interest
            self.penalty = penalty
            self.remission = remission
            self.waiver = waiver
            self.reduction = reduction
            self.extinction = extinction
        }
    }

    /// The code of the court's fund.
    public let fund: String
    /// The name of the fund.
    public let fundName: String
    /// The citation of the statute.
    public let citation: String
    /// What kind of debt.
    public let debtKind: String
    /// The period, such as `2025-03` or `FY2025`.
    public let period: String
    /// What was ordered in the period; a loss that several owe counts once.
    public let ordered: Money
    /// What was changed since.
    public let changes: Changes
    /// What was paid on debts, less what was taken back.
    public let paid: Money
    /// What is owed at the end of the period.
    public let outstanding: Money
    /// What of it no court expects any more, and which stays owed.
    public let writtenOff: Money

    /// Gathers the facts.
    public init(
        fund: String,
        fundName: String,
        citation: String,
        debtKind: String,
        period: String,
        ordered: Money,
        changes: Changes,
        paid: Money,
        outstanding: Money,
        writtenOff: Money
    ) {
        self.fund = fund
        self.fundName = fundName
        self.citation = citation
        self.debtKind = debtKind
        self.period = period
        self.ordered = ordered
        self.changes = changes
        self.paid = paid
        self.outstanding = outstanding
        self.writtenOff = writtenOff
    }
}
