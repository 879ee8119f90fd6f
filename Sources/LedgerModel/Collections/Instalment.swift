/// A part of a debt with the day by which it is to be paid.
public struct Instalment: Hashable, Sendable {
    /// The day on which it falls due.
    public let dueOn: LedgerDate

    /// How much.
    public let amount: Money

    /// Makes an instalment.
    public init(dueOn: LedgerDate, amount: Money) {
        self.dueOn = dueOn
        self.amount = amount
    }

    /// How far instalments lie apart.
    public enum Interval: String, CaseIterable, Hashable, Sendable {
        /// Seven days.
        case week
        /// A month, as 18 U.S.C. 3572(d) has it unless the court orders otherwise.
        case month
        /// Three months.
        case quarter
    }

    /// `amount` in `count` equal parts, the first due on `first`; the last takes the cents that
    /// do not divide.
    ///
    /// Refused with `LG215` for less than one part or parts of less than a cent.
    public static func equal(
        _ amount: Money,
        count: Int,
        first: LedgerDate,
        every interval: Interval = .month
    ) throws(LedgerRefusal) -> [Instalment] {
        guard (1...1_200).contains(count), amount.cents >= Int64(count) else {
            throw LedgerRefusal(.scheduleNotWhole, detail: "\(amount) in \(count) parts")
        }
        let part = amount.cents / Int64(count)
        var instalments: [Instalment] = []
        for index in 0..<count {
            let isLast = index == count - 1
            let cents = isLast ? amount.cents - part * Int64(count - 1) : part
            let day = try interval.day(index, after: first)
            instalments.append(Instalment(dueOn: day, amount: Money(cents: cents)))
        }
        return instalments
    }
}

extension Instalment.Interval {
    /// The day that lies `count` intervals after the first.
    fileprivate func day(_ count: Int, after first: LedgerDate) throws(LedgerRefusal) -> LedgerDate
    {
        switch self {
        case .week: try first.adding(days: 7 * count)
        case .month: try first.adding(months: count)
        case .quarter: try first.adding(months: 3 * count)
        }
    }
}
