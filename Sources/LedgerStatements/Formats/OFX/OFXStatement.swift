import LedgerModel

/// What the elements around the lines of a statement say.
struct OFXStatement: Sendable {
    private(set) var account = ""
    private(set) var currency = ""
    private(set) var from: LedgerDate?
    private(set) var to: LedgerDate?
    /// The days that the list covers, as written.
    private(set) var days = ""

    mutating func take(_ name: OFXValue, _ value: Bytes) {
        switch name {
        case .account: account = value.text
        case .currency: currency = value.text.uppercased()
        case .from:
            from = from ?? DateField.eightDigits(value.prefix(8))
            days += value.prefix(8).text
        case .to:
            to = DateField.eightDigits(value.prefix(8))
            days += "-" + value.prefix(8).text
        default: break
        }
        days = String(days.prefix(64))
    }

    func units(_ currency: String) -> MinorUnits {
        MinorUnits(exponent: CurrencyUnit.exponent(of: currency))
    }
}

/// One balance as written.
struct OFXBalance: Sendable {
    private(set) var amount = Bytes()
    private(set) var day = Bytes()

    mutating func take(_ name: OFXValue, _ value: Bytes) {
        if name == .balanceAmount { amount = value }
        if name == .balanceDay { day = value }
    }
}

/// One line as written.
struct OFXEntry: Sendable {
    private(set) var identity = Bytes()
    private(set) var correction: String?
    private(set) var text = Bytes()
    private var amount = Bytes()
    private var kind = ""
    /// The currency of the amount, where it is not the statement's.
    private(set) var currency: String?
    private var postedOn: LedgerDate?
    private var availableOn: LedgerDate?
    private var references: [StatementReference] = []

    mutating func take(_ name: OFXValue, _ value: Bytes) {
        switch name {
        case .kind: kind = value.text
        case .postedOn: postedOn = DateField.eightDigits(value.prefix(8))
        case .availableOn: availableOn = DateField.eightDigits(value.prefix(8))
        case .amount: amount = value
        case .identity:
            identity = value
            references.append(.init(.transaction, value.text))
        case .correctedIdentity: correction = value.text
        case .check: references.append(.init(.check, value.text))
        case .reference: references.append(.init(.bank, value.text))
        case .name, .memo: text = text.isEmpty ? value : text + [UInt8(ascii: " ")] + value
        default: break
        }
    }

    mutating func takeCurrency(_ name: OFXValue, _ value: Bytes) {
        if name == .currencySymbol { currency = value.text.uppercased() }
    }

    func line(
        _ units: MinorUnits,
        _ currency: String,
        byteRange: Range<Int>
    ) throws(FieldFault) -> StatementLine {
        var line = StatementLine(
            amountMinor: try units.parse(amount),
            currency: currency,
            byteRange: byteRange
        )
        line.bookedOn = postedOn
        line.valueOn = availableOn
        line.typeCode = kind
        line.references = references
        return line
    }
}
