/// What the law leaves open and a court settles for itself, each with a default.
///
/// A pure value: `Policies()` holds the defaults. Every setting has a name and a text, so that
/// ``values`` can be stored by name and read back with ``init(values:)``. Days are calendar days.
public struct Policies: Hashable, Sendable {
    /// The days of the year by which a yearly rate of interest is divided.
    public enum DayCount: String, CaseIterable, Hashable, Sendable {
        /// 365 days in every year.
        case actual365 = "actual_365"
        /// 366 days in every year.
        case actual366 = "actual_366"
    }

    /// What the additional penalty of a default is a part of.
    public enum PenaltyBase: String, CaseIterable, Hashable, Sendable {
        /// The principal that was delinquent when the default arose.
        case instalment
        /// The whole principal that the default made due, 18 U.S.C. 3572(i).
        case accelerated
    }

    /// How a year of interest is counted, which section 3612(f) of title 18 does not say.
    public var interestDayCount = DayCount.actual365

    /// What the additional penalty is a part of, which section 3612(g) of title 18 does not say.
    public var defaultPenaltyBase = PenaltyBase.instalment

    /// Whether interest and penalties hold a gate, of which section 3014(b) of title 18 is silent.
    public var gateHoldsForInterestAndPenalties = false

    /// For how many days money that was received stays before it is sent on, by the method's code.
    ///
    /// No statute has such a hold, and some want money sent on within a month of its receipt, so
    /// that by default nothing is held. A practice of federal courts, as in the Northern District
    /// of New York: most payments are held 30 days, cards 120.
    public var holdDays = ["ach": 0, "card": 0, "cash": 0, "check": 0, "other": 0, "wire": 0]

    /// The least amount that is paid to a victim; less accrues until it is reached.
    public var victimPaymentMinimum = Money(cents: 25_00)

    /// After how many days a check that was not cashed is void.
    public var staleCheckDays = 365

    /// After how many days money that nobody claims goes to the state or to the Treasury.
    ///
    /// The default is never less than the five years of 28 U.S.C. 2042.
    public var unclaimedEscheatDays = 1827

    /// After how many days money that no debt takes is reported as waiting.
    public var suspenseAlertDays = 30

    /// Within how many days of receipt money must be deposited.
    ///
    /// Federal courts have three, 31 U.S.C. 3302(c); audits of state courts test one.
    public var daysToDeposit = 1

    /// Whether a receipt is voided by another person than the one who wrote it.
    public var voidByAnother = false

    /// The fee for a check that was returned; zero for none.
    public var returnedCheckFee = Money.zero

    /// The least overpayment that is refunded unasked; zero refunds every cent.
    public var smallRefundMinimum = Money.zero

    /// The least refund that takes two persons; zero for every refund.
    public var refundApprovalMinimum = Money.zero

    /// The defaults.
    public init() {}
}
