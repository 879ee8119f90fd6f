/// The interest that a debt bears from its first liable day on, section 3612(f) of title 18.
///
/// Interest is simple and runs daily on the principal as it stands at the end of each day, the
/// first and the last day included; what accrued is rounded once, half up.
public struct InterestAccrual: Hashable, Sendable {
    /// By how much the principal rose or fell on a day.
    public struct Change: Hashable, Sendable {
        /// The day.
        public let day: LedgerDate
        /// By how much; negative when it fell.
        public let amount: Money

        /// Describes a change.
        public init(_ amount: Money, on day: LedgerDate) {
            self.amount = amount
            self.day = day
        }
    }

    /// The yearly rate in parts of a million.
    public let rateMillionths: Int64

    /// The days by which a year's interest is divided.
    public let dayCount: Policies.DayCount

    /// The first day of interest.
    public let firstLiableOn: LedgerDate

    /// What interest never exceeds; zero where the court waived it, nil for no limit.
    public let cap: Money?

    /// Describes the terms.
    public init(
        rateMillionths: Int64,
        dayCount: Policies.DayCount,
        firstLiableOn: LedgerDate,
        cap: Money? = nil
    ) {
        self.rateMillionths = rateMillionths
        self.dayCount = dayCount
        self.firstLiableOn = firstLiableOn
        self.cap = cap
    }

    /// What accrued through a day; refused with `LG107` when it does not fit.
    public func accrued(
        on principal: some Sequence<Change>,
        through last: LedgerDate
    ) throws(LedgerRefusal) -> Money {
        var centDays: Int128 = 0
        for change in principal {
            let days = max(change.day, firstLiableOn).days(until: last) + 1
            if days > 0 { centDays += Int128(change.amount.cents) * Int128(days) }
        }
        let divisor = 1_000_000 * Int128(dayCount.days)
        let exact = max(0, centDays) * Int128(rateMillionths)
        guard let cents = Int64(exactly: (2 * exact + divisor) / (2 * divisor)) else {
            throw LedgerRefusal(.amountTooLarge, detail: "interest through \(last)")
        }
        return min(Money(cents: cents), cap ?? Money(cents: cents))
    }

    /// The first day of interest on a judgment: `days` days later, or the next federal business
    /// day.
    public static func firstLiableDay(
        after judgment: LedgerDate,
        days: Int
    ) throws(LedgerRefusal) -> LedgerDate {
        try judgment.adding(days: days).federalBusinessDay()
    }
}

extension Policies.DayCount {
    /// The days of a year.
    public var days: Int {
        switch self {
        case .actual365: 365
        case .actual366: 366
        }
    }
}
