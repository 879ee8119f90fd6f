/// What kind of books a fund keeps, which decides its chart of accounts.
public enum FundKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A court's own custodial fund: money collected for others.
    case custodial

    /// A federal court's custodial fund, in the accounts of the Standard General Ledger.
    case custodialFederal = "custodial_federal"

    /// A state or local fund set apart by law for a purpose.
    case specialRevenue = "special_revenue"

    /// A federal fund in the accounts of the Standard General Ledger.
    case federal

    /// Whether the fund holds money for others and spends nothing itself.
    public var isCustodial: Bool { self == .custodial || self == .custodialFederal }
}
