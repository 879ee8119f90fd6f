public import LedgerModel

/// Assessments collected for the federal fund in a fiscal year, and what was transferred for them.
public struct TransferTieFacts: Sendable, Hashable {
    /// The fiscal year, such as `FY2025`.
    public let fiscalYear: String
    /// What courts collected, less what was taken back.
    public let collected: Money
    /// What was transferred under subsection (d).
    public let transferred: Money
    /// What was transferred under subsection (h)(1).
    public let health: Money

    /// Gathers the facts.
    public init(fiscalYear: String, collected: Money, transferred: Money, health: Money) {
        self.fiscalYear = fiscalYear
        self.collected = collected
        self.transferred = transferred
        self.health = health
    }
}
