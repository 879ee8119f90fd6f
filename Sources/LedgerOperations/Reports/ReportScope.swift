public import LedgerModel

/// Which days, which knowledge and which books a report is about; nil means all.
public struct ReportScope: Hashable, Sendable {
    /// The first day.
    public var begin: LedgerDate?
    /// The last day; nil means today by the clock of the courts.
    public var end: LedgerDate?
    /// How the days are broken up.
    public var period: ReportPeriod?
    /// What was known then; nil means now.
    public var knownAt: KnownAt?
    /// Which of its two days a fact stands under.
    public var basis: ReportBasis
    /// The code of a fund.
    public var fund: String?
    /// A purpose.
    public var purpose: String?

    /// Everything, unless something is named.
    public init(
        begin: LedgerDate? = nil,
        end: LedgerDate? = nil,
        period: ReportPeriod? = nil,
        knownAt: KnownAt? = nil,
        basis: ReportBasis = .posted,
        fund: String? = nil,
        purpose: String? = nil
    ) {
        self.begin = begin
        self.end = end
        self.period = period
        self.knownAt = knownAt
        self.basis = basis
        self.fund = fund
        self.purpose = purpose
    }
}
