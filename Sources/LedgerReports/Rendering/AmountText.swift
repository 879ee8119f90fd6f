import LedgerModel

/// Numbers as people read them; machines get `Money.description` and plain digits.
enum AmountText {
    /// `1,234.56`, or `(1,234.56)` when negative.
    static func forPeople(_ money: Money) -> String {
        let cents = money.cents.magnitude
        let text = "\(grouped(cents / 100)).\(twoDigits(cents % 100))"
        return money.cents < 0 ? "(\(text))" : text
    }

    /// `12,345`, or `(12,345)` when negative.
    static func forPeople(_ count: Int64) -> String {
        let text = grouped(count.magnitude)
        return count < 0 ? "(\(text))" : text
    }

    /// The ratio in hundredths with two decimals, rounded half away from zero; nil for `n / 0`.
    static func percent(_ numerator: Int64, of denominator: Int64) -> String? {
        guard denominator != 0 else { return nil }
        let dividend = Int128(numerator) * 10_000
        let divisor = Int128(denominator)
        let magnitude = (dividend.magnitude * 2 + divisor.magnitude) / (divisor.magnitude * 2)
        let sign = (dividend < 0) != (divisor < 0) && magnitude != 0 ? "-" : ""
        return "\(sign)\(magnitude / 100).\(twoDigits(UInt64(magnitude % 100)))"
    }

    private static func twoDigits(_ value: UInt64) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }

    private static func grouped(_ value: UInt64) -> String {
        let digits = Array(String(value).utf8)
        var text: [UInt8] = []
        text.reserveCapacity(digits.count + digits.count / 3)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
