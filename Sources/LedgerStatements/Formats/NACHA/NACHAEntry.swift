/// An entry with its addenda.
struct NACHAEntry: Sendable {
    private static let addendaLimit = 1000

    let place: StatementPlace
    let transactionCode: Int
    let amount: Int64?
    /// The first eight digits of the receiving bank's number.
    let routing: Int64?
    let checkDigitHolds: Bool
    let trace: Int?
    /// Name and payment information, as bytes.
    private(set) var textBytes: Bytes
    private var references: [StatementReference] = []
    private var notices: [ReturnNotice] = []
    private var byteRange: Range<Int>
    private var addendaCount = 0

    init(_ record: NACHARecord, isInternational: Bool) {
        place = record.place
        byteRange = record.byteRange
        transactionCode = record.number(1..<3) ?? 0
        amount = record.bytes(29..<39).number.map { Int64($0) }
        let digits = record.bytes(3..<12)
        routing = digits.count == 9 ? digits.prefix(8).number.map { Int64($0) } : nil
        checkDigitHolds = Self.holds(digits)
        trace = record.bytes(79..<94).number
        textBytes = isInternational ? [] : record.bytes(54..<76).trimmed
        let account = record.text(isInternational ? 39..<74 : 12..<29)
        if trace != nil { references.append(.init(.trace, record.text(79..<94))) }
        let name = isInternational ? "" : record.text(39..<54)
        if !name.isEmpty { references.append(.init(.customer, name)) }
        if !account.isEmpty { references.append(.init(.payee, account)) }
    }

    /// Whether the receiver is credited; nil for a code that does not say.
    var isCredit: Bool? {
        switch transactionCode {
        case 21...24, 31...34, 41...44, 51...54: true
        case 26...29, 36...39, 46...49, 55, 56: false
        default: nil
        }
    }

    /// Adds an addenda record; false when its text no longer fits.
    mutating func add(_ addenda: NACHAAddenda, _ record: NACHARecord) -> Bool {
        byteRange = byteRange.lowerBound..<record.byteRange.upperBound
        addendaCount += 1
        guard addendaCount <= Self.addendaLimit else { return false }
        if let notice = addenda.notice {
            notices.append(notice)
        } else {
            textBytes.append(UInt8(ascii: " "))
            textBytes += addenda.information
        }
        return true
    }

    func line(currency: String) -> StatementLine? {
        guard let amount, let isCredit else { return nil }
        // Ten digits: its negative always fits.
        let signed = isCredit ? amount : 0 - amount
        var line = StatementLine(amountMinor: signed, currency: currency, byteRange: byteRange)
        line.typeCode = String(transactionCode)
        line.references = references
        line.notices = notices
        return line
    }

    /// The ninth digit of a bank's number makes the weighted sum a multiple of ten.
    private static func holds(_ digits: Bytes) -> Bool {
        guard digits.count == 9, digits.number != nil else { return false }
        let sum = zip(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]).reduce(0) { sum, pair in
            sum + Int(pair.0 - 0x30) * pair.1
        }
        return sum % 10 == 0
    }
}
