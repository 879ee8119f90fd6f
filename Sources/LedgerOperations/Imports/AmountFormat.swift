import LedgerModel

/// How a file writes amounts.
struct AmountFormat: Hashable, Sendable {
    /// The mark before the cents.
    var decimal: Character = "."
    /// The mark between groups of three digits; nil when there is none.
    var grouping: Character? = ","
    /// Whether the amount is written in whole cents, without any mark.
    var isInCents = false

    func money(_ text: String) throws(LedgerRefusal) -> Money {
        if isInCents {
            guard (1...18).contains(text.utf8.count),
                text.utf8.allSatisfy({ (0x30...0x39) ~= $0 }), let cents = Int64(text)
            else { throw refusal(text, "whole cents are declared") }
            guard cents <= Money.largest.cents else {
                throw LedgerRefusal(.amountTooLarge, detail: "\"\(text)\"")
            }
            return Money(cents: cents)
        }
        var plain = ""
        for character in text {
            if character == decimal {
                plain.append(".")
            } else if character == grouping {
                plain.append(",")
            } else if character.isASCII && character.isNumber {
                plain.append(character)
            } else {
                throw refusal(text, "\"\(character)\" is no mark of the amounts of this file")
            }
        }
        return try Money(parsing: plain)
    }

    private func refusal(_ text: String, _ reason: String) -> LedgerRefusal {
        LedgerRefusal(.amountNotValid, detail: "\"\(text.prefix(40))\": \(reason)")
    }
}
