extension Money {
    /// Reads a plain decimal amount of dollars such as `1234.5`, `1234.56` or `1,234.56`.
    ///
    /// At most two decimals; thousands commas everywhere or nowhere; no sign, space, currency
    /// mark or exponent. Anything else is refused with `LG110` and its reason, and more than
    /// ``largest`` with `LG107`.
    public init(parsing text: String) throws(LedgerRefusal) {
        if let reason = Money.fault(in: text) {
            throw LedgerRefusal(.amountNotValid, detail: "\(Money.quoted(text)): \(reason)")
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        let digits = parts[0].filter { $0 != "," } + decimals
        let padded = digits + String(repeating: "0", count: 2 - decimals.count)
        guard let cents = Int64(padded), cents <= Money.largest.cents else {
            throw LedgerRefusal(.amountTooLarge, detail: Money.quoted(text))
        }
        self.init(cents: cents)
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.prefix(40))\"\(text.count > 40 ? "..." : "")"
    }

    /// Why `text` is no amount, or nil when it is one.
    private static func fault(in text: String) -> String? {
        guard !text.isEmpty else { return "an amount is empty" }
        let allowed = text.utf8.allSatisfy { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
        guard allowed else { return "only digits, commas and one point make an amount" }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return "it has more than one point" }
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy(isDigit) else { return "a comma stands after the point" }
            guard !parts[1].isEmpty else { return "nothing follows the point" }
            guard parts[1].utf8.count <= 2 else { return "it has more than two decimals" }
        }
        guard !parts[0].isEmpty else { return "nothing stands before the point" }
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1 else { return nil }
        let misplaced = "a comma stands in the wrong place"
        guard (1...3).contains(groups[0].utf8.count) else { return misplaced }
        return groups.dropFirst().allSatisfy { $0.utf8.count == 3 } ? nil : misplaced
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
