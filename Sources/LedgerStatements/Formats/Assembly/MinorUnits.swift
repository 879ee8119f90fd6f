/// Reads decimal numbers as whole minor units of a currency, digit by digit.
struct MinorUnits {
    /// The byte between units and decimals.
    var decimalMark = UInt8(ascii: ".")
    /// The byte between thousands, where a source uses one.
    var groupMark: UInt8?
    /// How many decimals make up one unit.
    var exponent: Int
    /// Whether a plus or minus may stand before the number.
    var allowsSign = true

    /// Reads all of `bytes`, outer blanks aside.
    func parse(_ bytes: ArraySlice<UInt8>) throws(FieldFault) -> Int64 {
        var digits = bytes.trimmed
        var isNegative = false
        if allowsSign, let first = digits.first, first == 0x2B || first == 0x2D {
            isNegative = first == 0x2D
            digits = digits.dropFirst()
        }
        let mark = digits.firstIndex(of: decimalMark)
        let units = try ungrouped(digits[..<(mark ?? digits.endIndex)])
        let decimals = mark.map { digits[($0 + 1)...] } ?? []
        guard !(units.isEmpty && decimals.isEmpty) else { throw .amountInvalid }
        var amount: Int64 = 0
        amount = try Self.append(units, to: amount, negative: isNegative)
        amount = try Self.append(decimals.prefix(exponent), to: amount, negative: isNegative)
        for _ in 0..<max(0, exponent - decimals.count) {
            amount = try Self.append(UInt8(ascii: "0"), to: amount, negative: isNegative)
        }
        for digit in decimals.dropFirst(exponent) {
            guard digit.isDigit else { throw .amountInvalid }
            guard digit == 0x30 else { throw .amountTooPrecise }
        }
        return amount
    }

    /// Reads minor units as they stand, without a mark.
    static func whole(_ bytes: ArraySlice<UInt8>) throws(FieldFault) -> Int64 {
        guard !bytes.contains(UInt8(ascii: ".")) else { throw .amountInvalid }
        return try MinorUnits(exponent: 0).parse(bytes)
    }

    private static func append(
        _ digits: ArraySlice<UInt8>,
        to amount: Int64,
        negative: Bool
    ) throws(FieldFault) -> Int64 {
        var amount = amount
        for index in digits.indices {
            amount = try append(digits[index], to: amount, negative: negative)
        }
        return amount
    }

    private static func append(
        _ digit: UInt8,
        to amount: Int64,
        negative: Bool
    ) throws(FieldFault) -> Int64 {
        guard digit.isDigit else { throw .amountInvalid }
        let value = Int64(digit - 0x30)
        guard let tenfold = amount.multiplied(by: 10),
            let sum = negative ? tenfold.subtracting(value) : tenfold.adding(value)
        else { throw .amountOverflow }
        return sum
    }

    /// The digits before the mark; a group mark must stand before every third from the right.
    private func ungrouped(_ bytes: ArraySlice<UInt8>) throws(FieldFault) -> ArraySlice<UInt8> {
        guard let groupMark, bytes.contains(groupMark) else { return bytes }
        let groups = bytes.split(separator: groupMark, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { throw .amountInvalid }
        return ArraySlice(groups.joined())
    }
}
