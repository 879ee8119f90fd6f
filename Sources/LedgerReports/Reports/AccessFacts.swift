public import LedgerModel

/// One role granted to one principal.
public struct AccessFacts: Sendable, Hashable {
    /// The login or token.
    public let principal: String
    /// What it may do.
    public let role: String
    /// Where it may do it.
    public let jurisdiction: String
    /// Who allowed it.
    public let grantedBy: String
    /// Since when.
    public let grantedOn: LedgerDate
    /// When it ended, if it did.
    public let revokedOn: LedgerDate?
    /// When it was last used, if ever.
    public let lastUsedOn: LedgerDate?

    /// Gathers the facts.
    public init(
        principal: String,
        role: String,
        jurisdiction: String,
        grantedBy: String,
        grantedOn: LedgerDate,
        revokedOn: LedgerDate?,
        lastUsedOn: LedgerDate?
    ) {
        self.principal = principal
        self.role = role
        self.jurisdiction = jurisdiction
        self.grantedBy = grantedBy
        self.grantedOn = grantedOn
        self.revokedOn = revokedOn
        self.lastUsedOn = lastUsedOn
    }
}
