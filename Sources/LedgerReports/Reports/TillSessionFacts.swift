public import LedgerModel

/// A cashier's day at a till.
public struct TillSessionFacts: Hashable, Sendable {
    /// The checks at the end of a session.
    public struct Checks: Hashable, Sendable {
        /// What came in, less what left meanwhile.
        public let expected: Money
        /// How many these are.
        public let expectedCount: Int64
        /// What two people counted.
        public let counted: Money
        /// How many they counted.
        public let countedCount: Int64

        /// Describes checks.
        public init(expected: Money, expectedCount: Int64, counted: Money, countedCount: Int64) {
            self.expected = expected
            self.expectedCount = expectedCount
            self.counted = counted
            self.countedCount = countedCount
        }
    }

    /// How a session ended.
    public struct Close: Hashable, Sendable {
        /// The court's day.
        public let closedOn: LedgerDate
        /// The change fund and the cash that came in, less what left meanwhile.
        public let expected: Money
        /// What two people counted.
        public let counted: Money
        /// Who counted.
        public let countedBy: [String]
        /// Nil where no check came in and none was counted.
        public let checks: Checks?

        /// Describes a close.
        public init(
            closedOn: LedgerDate,
            expected: Money,
            counted: Money,
            countedBy: [String],
            checks: Checks? = nil
        ) {
            self.closedOn = closedOn
            self.expected = expected
            self.counted = counted
            self.countedBy = countedBy
            self.checks = checks
        }
    }

    /// The till.
    public let till: String
    /// The court's day of its opening.
    public let openedOn: LedgerDate
    /// Who opened it.
    public let openedBy: String
    /// The change in it then.
    public let changeFund: Money
    /// Nil while it is open: what was expected is not told before it is counted.
    public let close: Close?

    /// Describes a session.
    public init(
        till: String,
        openedOn: LedgerDate,
        openedBy: String,
        changeFund: Money,
        close: Close?
    ) {
        self.till = till
        self.openedOn = openedOn
        self.openedBy = openedBy
        self.changeFund = changeFund
        self.close = close
    }
}
