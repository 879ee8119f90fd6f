import LedgerModel

/// One entry, which is the line of a statement.
///
/// Its details explain it and are never added up instead.
struct CamtEntry: Sendable {
    private static let referenceLimit = 1000
    private static let textLimit = 1 << 16

    private(set) var currency = ""
    private(set) var isReversal = false
    private(set) var hasInvalidDay = false
    private(set) var text = Bytes()
    private var amount = Bytes()
    private var sign = Bytes()
    private var status = StatementLine.Status.booked
    private var bookedOn: LedgerDate?
    private var valueOn: LedgerDate?
    private var codes: [String] = []
    private var proprietaryCode = ""
    private var references: [StatementReference] = []
    private var notices: [ReturnNotice] = []
    private var batchCount: Int?
    private var batchTotal: Bytes?
    private var detailCount = 0
    private var detail = Detail()
    private var detailSum = CheckedSum()
    private var detailsAreSummable = true
    private var isCutShort = false

    private struct Detail: Sendable {
        var amount: Bytes?
        var currency = ""
        var endToEnd: String?
        var reason: String?
        var reasonText = ""
    }

    mutating func take(_ field: CamtField, _ value: Bytes, currency: String) {
        switch field {
        case .amount:
            amount = value
            self.currency = currency
        case .sign: sign = value
        case .isReversal: isReversal = value.elementsEqual("true".utf8) || value.first == 0x31
        case .status: take(status: value)
        case .bookedOn: bookedOn = bookedOn ?? day(value)
        case .valueOn: valueOn = valueOn ?? day(value)
        case .domain, .family, .subfamily: codes.append(value.text)
        case .proprietaryCode: proprietaryCode = value.text
        case .batchCount: batchCount = value.number
        case .batchTotal: batchTotal = value
        case .entryText, .remittance, .detailText: add(text: value)
        default: take(detail: field, value, currency: currency)
        }
    }

    private mutating func take(detail field: CamtField, _ value: Bytes, currency: String) {
        switch field {
        case .detailAmount:
            guard detail.amount == nil else { return }
            detail.amount = value
            detail.currency = currency
        case .bankReference, .detailBankReference: add(.bank, value)
        case .entryReference: add(.customer, value)
        case .batchIdentity: add(.batch, value)
        case .endToEnd:
            guard !value.elementsEqual("NOTPROVIDED".utf8) else { return }
            detail.endToEnd = value.text
            add(.endToEnd, value)
        case .transaction: add(.transaction, value)
        case .check: add(.check, value)
        case .creditorReference: add(.customer, value)
        case .clearingReference: add(.trace, value)
        case .returnReason: detail.reason = value.text
        case .returnText: detail.reasonText = value.text
        default: break
        }
    }

    mutating func beginDetail() { detail = Detail() }

    mutating func endDetail() {
        detailCount += 1
        if let reason = detail.reason, notices.count < Self.referenceLimit {
            var notice = ReturnNotice(kind: .returned, reasonCode: reason)
            notice.originalTrace = detail.endToEnd
            notice.information = detail.reasonText
            notices.append(notice)
        }
        guard let amount = detail.amount, detail.currency == currency,
            let minor = try? Self.units(currency).parse(amount)
        else {
            detailsAreSummable = false
            return
        }
        detailSum.add(minor)
    }

    // MARK: Lines

    func line(
        currency: String,
        isTurned: Bool,
        byteRange: Range<Int>
    ) throws(FieldFault) -> StatementLine {
        let stated = try Self.signed(amount, sign, currency: currency)
        guard let signed = isTurned ? stated.negated : stated else { throw .amountOverflow }
        var line = StatementLine(amountMinor: signed, currency: currency, byteRange: byteRange)
        line.bookedOn = bookedOn
        line.valueOn = valueOn
        line.status = status
        line.typeCode = codes.isEmpty ? proprietaryCode : codes.joined(separator: "/")
        line.references = references
        line.notices = notices
        return line
    }

    /// An amount that is not below zero, with the sign that stands beside it.
    static func signed(
        _ amount: Bytes,
        _ sign: Bytes,
        currency: String
    ) throws(FieldFault) -> Int64 {
        let minor = try units(currency).parse(amount)
        if sign.elementsEqual("CRDT".utf8) { return minor }
        guard sign.elementsEqual("DBIT".utf8), let negated = minor.negated else {
            throw .recordInvalid
        }
        return negated
    }

    /// Compares details with their batch and their entry, which count.
    func checkDetails(
        _ out: inout StatementAssembler,
        amount: Int64,
        at place: StatementPlace
    ) {
        if isCutShort {
            let detail = "the texts and references of an entry are cut short"
            out.noteOnce(.textTooLong, at: place, detail)
        }
        if let batchCount, detailCount > 0, batchCount != detailCount {
            let detail = "\(batchCount) details stated, \(detailCount) found"
            out.report(.controlFailed, .doubt, at: place, detail)
        }
        let entry = amount.magnitude
        if let batchTotal, let total = try? Self.units(currency).parse(batchTotal),
            total.magnitude != entry
        {
            let detail = "the total of the batch is not the entry's"
            out.report(.detailsDiffer, .doubt, at: place, detail)
        }
        if detailsAreSummable, detailCount > 0, detailSum.value?.magnitude != entry {
            out.report(.detailsDiffer, .note, at: place, "the details do not add up to the entry")
        }
    }

    private static func units(_ currency: String) -> MinorUnits {
        MinorUnits(exponent: CurrencyUnit.exponent(of: currency), allowsSign: false)
    }

    // MARK: Values

    private mutating func take(status value: Bytes) {
        guard !value.isEmpty else { return }
        switch value.text {
        case "BOOK": status = .booked
        case "PDNG": status = .pending
        case "FUTR": status = .future
        // A status that is not known must not move a balance.
        default: status = .information
        }
    }

    private mutating func day(_ value: Bytes) -> LedgerDate? {
        let day = DateField.iso(value)
        hasInvalidDay = hasInvalidDay || day == nil
        return day
    }

    private mutating func add(_ kind: StatementReference.Kind, _ value: Bytes) {
        guard !value.isEmpty else { return }
        guard references.count < Self.referenceLimit else {
            isCutShort = true
            return
        }
        references.append(.init(kind, value.text))
    }

    private mutating func add(text value: Bytes) {
        guard !value.isEmpty else { return }
        guard text.count + value.count < Self.textLimit else {
            isCutShort = true
            return
        }
        if text.isEmpty {
            text = value
        } else {
            text.append(UInt8(ascii: " "))
            text += value
        }
    }
}
