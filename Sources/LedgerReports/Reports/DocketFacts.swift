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
    /// What was received, not given back, and is held, applied to nothing; negative where a bank
    /// took money back after it had been given back.
    public let unapplied: Money
    /// What the amounts of the debts rest on.
    public let grounds: [DocketGroundFacts]
    /// What the court found of the defendant's means, oldest first.
    public let findings: [DocketFindingFacts]
    /// By when the debts are to be paid.
    public let schedule: [DocketInstalmentFacts]
    /// What was changed of the debts, oldest first.
    public let changes: [DocketChangeFacts]
    /// The losses that debts owe together with debts of other dockets.
    public let claims: [DocketClaimFacts]
    /// What is no longer expected of debts.
    public let writeOffs: [DocketDatedAmount]
    /// What of receipts may not be sent on yet.
    public let holds: [DocketDatedAmount]
    /// What was given back of receipts, or is payable to the payer.
    public let refunds: [DocketDatedAmount]

    /// Gathers the facts.
    public init(
        reference: String,
        court: String,
        openedOn: LedgerDate,
        debts: [DocketDebtFacts],
        applications: [DocketApplicationFacts],
        unapplied: Money,
        grounds: [DocketGroundFacts],
        findings: [DocketFindingFacts],
        schedule: [DocketInstalmentFacts],
        changes: [DocketChangeFacts],
        claims: [DocketClaimFacts],
        writeOffs: [DocketDatedAmount],
        holds: [DocketDatedAmount],
        refunds: [DocketDatedAmount]
    ) {
        self.reference = reference
        self.court = court
        self.openedOn = openedOn
        self.debts = debts
        self.applications = applications
        self.unapplied = unapplied
        self.grounds = grounds
        self.findings = findings
        self.schedule = schedule
        self.changes = changes
        self.claims = claims
        self.writeOffs = writeOffs
        self.holds = holds
        self.refunds = refunds
    }
}
