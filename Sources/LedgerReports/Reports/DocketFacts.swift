public import LedgerModel

/// One case: its debts, in the order in which payments are applied, and its payments.
public struct DocketFacts: Sendable, Hashable {
    /// The reference that the court gave the case.
    public let reference: String
    /// The court.
    public let court: String
    /// The day of the judgment.
    public let openedOn: LedgerDate
    /// The debts in payment order.
    public let debts: [DocketDebtFacts]
    /// Every application of a payment to a debt.
    public let applications: [DocketApplicationFacts]
    /// What was received and is held, applied to nothing.
    public let unapplied: Money

    /// Gathers the facts.
    public init(
        reference: String,
        court: String,
        openedOn: LedgerDate,
        debts: [DocketDebtFacts],
        applications: [DocketApplicationFacts],
        unapplied: Money
    ) {
        self.reference = reference
        self.court = court
        self.openedOn = openedOn
        self.debts = debts
        self.applications = applications
        self.unapplied = unapplied
    }
}
