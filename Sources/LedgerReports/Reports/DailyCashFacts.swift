public import LedgerModel

/// The money that one till, or one file, took in over a range of days.
public struct DailyCashFacts: Hashable, Sendable {
    /// The till or file.
    public let source: String
    /// How many receipts it wrote.
    public let receipts: Int64
    /// What came in, by the code of the method; a method without money has zero.
    public let byMethod: [String: Money]
    /// How many receipts were voided.
    public let voids: Int64
    /// What they came to.
    public let voided: Money
    /// What was taken back otherwise before it went to the bank.
    public let takenBack: Money
    /// What went to the bank.
    public let deposited: Money
    /// What stands and has not gone there.
    public let undeposited: Money
    /// How many receipts went there late, or are late already.
    public let late: Int64
    /// The most days that one took; nil without receipts that had to go.
    public let longestDays: Int64?

    /// Describes a till's money.
    public init(
        source: String,
        receipts: Int64,
        byMethod: [String: Money],
        voids: Int64,
        voided: Money,
        takenBack: Money,
        deposited: Money,
        undeposited: Money,
        late: Int64,
        longestDays: Int64?
    ) {
        self.source = source
        self.receipts = receipts
        self.byMethod = byMethod
        self.voids = voids
        self.voided = voided
        self.takenBack = takenBack
        self.deposited = deposited
        self.undeposited = undeposited
        self.late = late
        self.longestDays = longestDays
    }
}
