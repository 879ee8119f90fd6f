extension MinorUnits {
    /// Reads an amount as SWIFT messages write it: unsigned, with a decimal comma.
    static func swift(_ bytes: Bytes, currency: String) throws(FieldFault) -> Int64 {
        let units = MinorUnits(
            decimalMark: UInt8(ascii: ","),
            exponent: CurrencyUnit.exponent(of: currency),
            allowsSign: false
        )
        return try units.parse(bytes)
    }
}
