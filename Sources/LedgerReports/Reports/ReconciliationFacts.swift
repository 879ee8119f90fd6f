public import LedgerModel

/// What a reconciliation rests on.
public struct ReconciliationFacts: Sendable, Hashable {
    /// The code of the bank account.
    public let account: String
    /// Balances and items.
    public let lines: [ReconciliationLine]
    /// The statements of the period, in their order.
    public let statements: [ReconciledStatement]
    /// Who collected, sent, received and has what.
    public let chain: [CollectionChainLink]
    /// What was collected for the federal fund and transferred to it, by fiscal year.
    public let ties: [TransferTieFacts]
    /// The sign-offs of the account.
    public let signed: [SignedPeriod]

    /// Gathers the facts.
    public init(
        account: String,
        lines: [ReconciliationLine],
        statements: [ReconciledStatement] = [],
        chain: [CollectionChainLink] = [],
        ties: [TransferTieFacts] = [],
        signed: [SignedPeriod] = []
    ) {
        self.account = account
        self.lines = lines
        self.statements = statements
        self.chain = chain
        self.ties = ties
        self.signed = signed
    }

    /// An adjusted balance; refused with `LG107` when it does not fit.
    public func balance(_ leg: ReconciliationLine.Leg) throws(LedgerRefusal) -> Money {
        try Money.sum(lines.filter { $0.leg == leg }.map(\.amount))
    }
}
