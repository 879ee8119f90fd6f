/// An amount of United States dollars in whole cents.
///
/// Arithmetic is checked: what does not fit is refused with `LG107`, never wrapped, never a trap.
public struct Money: Hashable, Sendable {
    /// The amount in cents; negative only in differences.
    public let cents: Int64

    /// No money at all.
    public static let zero = Money(cents: 0)

    /// The largest amount accepted from outside: ninety trillion dollars, exact in JSON too.
    public static let largest = Money(cents: 9_000_000_000_000_000)

    /// Makes an amount of whole cents.
    public init(cents: Int64) {
        self.cents = cents
    }

    /// Makes an amount of whole dollars, refused with `LG107` above ``largest``.
    public init(dollars: Int64) throws(LedgerRefusal) {
        let (cents, overflow) = dollars.multipliedReportingOverflow(by: 100)
        guard !overflow, cents.magnitude <= Money.largest.cents.magnitude else {
            throw LedgerRefusal(.amountTooLarge, detail: "\(dollars) dollars")
        }
        self.cents = cents
    }

    /// Whether the amount is more than nothing.
    public var isPositive: Bool { cents > 0 }

    /// The sum, or `LG107` when it does not fit.
    public static func + (left: Money, right: Money) throws(LedgerRefusal) -> Money {
        let (sum, overflow) = left.cents.addingReportingOverflow(right.cents)
        guard !overflow else {
            throw LedgerRefusal(.amountTooLarge, detail: "\(left) + \(right)")
        }
        return Money(cents: sum)
    }

    /// The difference, or `LG107` when it does not fit.
    public static func - (left: Money, right: Money) throws(LedgerRefusal) -> Money {
        let (difference, overflow) = left.cents.subtractingReportingOverflow(right.cents)
        guard !overflow else {
            throw LedgerRefusal(.amountTooLarge, detail: "\(left) - \(right)")
        }
        return Money(cents: difference)
    }

    /// The product with a count, or `LG107` when it does not fit.
    public static func * (left: Money, count: Int64) throws(LedgerRefusal) -> Money {
        let (product, overflow) = left.cents.multipliedReportingOverflow(by: count)
        guard !overflow else {
            throw LedgerRefusal(.amountTooLarge, detail: "\(left) x \(count)")
        }
        return Money(cents: product)
    }

    /// The sum of all amounts, or `LG107` when it does not fit.
    public static func sum(_ amounts: some Sequence<Money>) throws(LedgerRefusal) -> Money {
        var total = Money.zero
        for amount in amounts { total = try total + amount }
        return total
    }
}

extension Money: Comparable {
    /// Orders amounts by size.
    public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
}

extension Money: CustomStringConvertible {
    /// Dollars and two decimals without separators, as in `1234.56` or `-0.05`.
    public var description: String {
        let (dollars, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(cents < 0 ? "-" : "")\(dollars).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension Money: Codable {
    /// Reads an integer of cents.
    public init(from decoder: any Decoder) throws {
        cents = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes an integer of cents.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cents)
    }
}
