import LedgerModel

/// One field 61: a movement.
struct MT940Entry {
    private static let referenceLength = 16

    /// In minor units, below zero for money out.
    let signed: Int64
    let currency: String
    private(set) var hasInvalidDay = false
    private var valueOn: LedgerDate?
    private var bookedOn: LedgerDate?
    private var isPending = false
    private var typeCode = ""
    private var references: [StatementReference] = []
    private var supplement: Bytes

    init(
        _ field: MT940Field,
        currency: String,
        near anchor: LedgerDate?
    ) throws(FieldFault) {
        self.currency = currency
        supplement = field.furtherLines.trimmed
        var rest = field.firstLine
        guard rest.prefix(6).number != nil, rest.count > 6 else { throw .recordInvalid }
        valueOn = DateField.sixDigits(rest.prefix(6), near: anchor)
        hasInvalidDay = valueOn == nil
        rest = rest.dropFirst(6)
        if rest.prefix(4).count == 4, let monthAndDay = rest.prefix(4).number {
            bookedOn = Self.nearest(monthAndDay, to: valueOn ?? anchor)
            hasInvalidDay = hasInvalidDay || bookedOn == nil
            rest = rest.dropFirst(4)
        }
        let (isDebit, isExpected) = try Self.mark(&rest)
        isPending = isExpected
        // The third letter of the currency may follow the mark.
        if let letter = rest.first, letter.isLetter { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ",") }
        rest = rest.dropFirst(digits.count)
        let amount = try MinorUnits.swift(digits, currency: currency)
        guard let signed = isDebit ? amount.negated : amount else { throw .amountOverflow }
        self.signed = signed
        readReferences(rest)
    }

    func line(byteRange: Range<Int>) -> StatementLine {
        var line = StatementLine(amountMinor: signed, currency: currency, byteRange: byteRange)
        line.bookedOn = bookedOn ?? valueOn
        line.valueOn = valueOn
        if isPending { line.status = .pending }
        line.typeCode = typeCode
        line.references = references
        line.text = supplement.text
        return line
    }

    /// Whether money goes out, as when a credit is reversed, and whether it is only expected.
    private static func mark(
        _ rest: inout Bytes
    ) throws(FieldFault) -> (isDebit: Bool, isExpected: Bool) {
        var mark = rest.first
        rest = rest.dropFirst()
        let turns = mark == UInt8(ascii: "R")
        let isExpected = mark == UInt8(ascii: "E")
        if turns || isExpected {
            mark = rest.first
            rest = rest.dropFirst()
        }
        guard mark == UInt8(ascii: "C") || mark == UInt8(ascii: "D") else { throw .recordInvalid }
        return ((mark == UInt8(ascii: "D")) != turns, isExpected)
    }

    /// Type code, customer's reference and the bank's after two slashes.
    private mutating func readReferences(_ bytes: Bytes) {
        let rest = bytes.first == 0x20 ? bytes.dropFirst() : bytes
        typeCode = rest.prefix(4).trimmed.text
        let names = rest.dropFirst(4)
        let slashes = zip(names.indices, names.indices.dropFirst()).first { first, second in
            names[first] == UInt8(ascii: "/") && names[second] == UInt8(ascii: "/")
        }
        var customer = names[..<(slashes?.0 ?? names.endIndex)]
        // The reference has 16 places. Where blanks fill them up, what follows is something else;
        // where it runs on, a bank has put more into it than fits.
        if customer.count > Self.referenceLength, customer.at(0..<Self.referenceLength).last == 0x20
        {
            let rest = customer.dropFirst(Self.referenceLength).trimmed
            supplement = supplement.isEmpty ? rest : rest + [0x0A] + supplement
            customer = customer.prefix(Self.referenceLength)
        }
        customer = customer.trimmed
        if !customer.isEmpty { references.append(.init(.customer, customer.text)) }
        guard let slashes else { return }
        let bank = names[(slashes.1 + 1)...].trimmed
        if !bank.isEmpty { references.append(.init(.bank, bank.text)) }
    }

    /// The day of a month nearest to another day, in its year, the year before or the year after.
    private static func nearest(_ monthAndDay: Int, to day: LedgerDate?) -> LedgerDate? {
        guard let day else { return nil }
        let candidates = [day.year, day.year - 1, day.year + 1].compactMap {
            DateField.day($0, monthAndDay / 100, monthAndDay % 100)
        }
        return candidates.min { distance($0, day) < distance($1, day) }
    }

    private static func distance(_ one: LedgerDate, _ other: LedgerDate) -> Int {
        abs(Int(one.daysSince2000) - Int(other.daysSince2000))
    }
}
