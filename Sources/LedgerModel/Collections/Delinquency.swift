/// An instalment that became delinquent or went into default, section 3572(h), (i) of title 18.
public struct Delinquency: Hashable, Sendable {
    /// How late an instalment is.
    public enum Stage: String, CaseIterable, Hashable, Sendable, Codable {
        /// More days late than the law tolerates.
        case delinquent
        /// Delinquent for more days than the law tolerates; the whole debt is due.
        case `default`
    }

    /// The reference of the docket; nil when it was expunged.
    public let docket: String?
    /// The number of the debt on its docket.
    public let debt: Int16
    /// The day on which the instalment was due.
    public let dueOn: LedgerDate
    /// How late it is.
    public let stage: Stage
    /// The first day on which it was that late.
    public let aroseOn: LedgerDate
    /// The principal on which the penalty is reckoned.
    public let principal: Money
    /// The penalty that is added.
    public let penalty: Money
    /// By when the debtor is notified: within ten working days, section 3612(d), (e) of title 18.
    public let noticeBy: LedgerDate
    /// By when the whole debt is due if the notice goes out at once; nil before default.
    public let acceleratedDueOn: LedgerDate?

    /// Reckons the penalty, `penaltyMillionths` of the principal rounded half up, and the days.
    public init(
        docket: String?,
        debt: Int16,
        dueOn: LedgerDate,
        stage: Stage,
        aroseOn: LedgerDate,
        principal: Money,
        penaltyMillionths: Int64,
        acceleratedDueDays: Int?
    ) throws(LedgerRefusal) {
        self.docket = docket
        self.debt = debt
        self.dueOn = dueOn
        self.stage = stage
        self.aroseOn = aroseOn
        self.principal = principal
        let exact = Int128(principal.cents) * Int128(penaltyMillionths)
        penalty = Money(cents: Int64(clamping: (2 * exact + 1_000_000) / 2_000_000))
        noticeBy = try aroseOn.adding(federalBusinessDays: 10)
        guard let days = acceleratedDueDays else {
            acceleratedDueOn = nil
            return
        }
        acceleratedDueOn = try aroseOn.adding(days: days)
    }
}
