import LedgerModel

/// What has to be declared of a QIF file, which names no account, currency or order of dates.
package struct QIFMapping: Sendable {
    package var account: String
    package var currency: String
    package var dateOrder: DateOrder
    package var decimalMark = UInt8(ascii: ".")
    package var groupMark: UInt8? = UInt8(ascii: ",")

    package init(account: String, currency: String, dateOrder: DateOrder) {
        self.account = account
        self.currency = currency
        self.dateOrder = dateOrder
    }
}

/// Reads QIF: one item to a line by its first letter, records ended by a caret.
struct QIFGrammar: RecordGrammar {
    private static let textLimit = 1 << 16
    /// The lists that hold lines of a statement.
    private static let statementTypes: Set = ["BANK", "CASH", "CCARD", "OTH A", "OTH L"]

    let mapping: QIFMapping

    private var isReading = false
    private var count = 0
    private var entry: QIFEntry?

    init(_ mapping: QIFMapping) { self.mapping = mapping }

    mutating func take(_ record: SourceRecord, _ out: inout StatementAssembler) {
        let bytes = record.bytes.trimmedEnd
        guard let kind = bytes.first else { return }
        if kind == UInt8(ascii: "!") {
            take(header: bytes, at: record.place, &out)
        } else if out.header == nil, !isReading {
            if count == 0 {
                out.stop(.notThisFormat, at: record.place, "no header of QIF")
            }
        } else if isReading {
            take(item: kind, bytes.dropFirst(), record, &out)
        }
    }

    mutating func end(at place: StatementPlace, _ out: inout StatementAssembler) {
        if entry != nil { out.report(.truncated, .fault, at: place, "a record without its caret") }
        close(at: place, &out)
    }

    private mutating func take(
        header: Bytes,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        count += 1
        let name = header.text.uppercased()
        if entry != nil {
            out.report(.recordOutOfPlace, .fault, at: place, "a header within a record")
            entry = nil
        }
        close(at: place, &out)
        isReading =
            name.hasPrefix("!TYPE:") && Self.statementTypes.contains(String(name.dropFirst(6)))
        guard isReading else {
            // Options and lists of accounts and categories hold no lines.
            return out.report(.recordInvalid, .note, at: place, "\(name) is passed over")
        }
        let header = StatementHeader(
            account: mapping.account,
            currency: mapping.currency,
            identity: String(count)
        )
        out.begin(header, at: place)
        if !CurrencyUnit.isKnown(mapping.currency) {
            out.report(.currencyUnknown, .doubt, at: place, "\"\(mapping.currency)\"")
        }
    }

    private func close(at place: StatementPlace, _ out: inout StatementAssembler) {
        guard out.header != nil else { return }
        out.report(.nothingToCheck, .note, at: place, "QIF states no balance and no sums")
        out.close(at: place)
    }

    private mutating func take(
        item: UInt8,
        _ value: Bytes,
        _ record: SourceRecord,
        _ out: inout StatementAssembler
    ) {
        if item == UInt8(ascii: "^") {
            guard let entry else {
                return out.noteOnce(.recordInvalid, at: record.place, "a record without items")
            }
            self.entry = nil
            return add(entry, endingAt: record.byteRange.upperBound, &out)
        }
        var entry = self.entry ?? QIFEntry(place: record.place)
        entry.take(item, value, units)
        if entry.text.count > Self.textLimit {
            out.stop(.textTooLong, at: record.place, "a record of too many lines")
        }
        self.entry = entry
    }

    private var units: MinorUnits {
        MinorUnits(
            decimalMark: mapping.decimalMark,
            groupMark: mapping.groupMark,
            exponent: CurrencyUnit.exponent(of: mapping.currency)
        )
    }

    private func add(_ entry: QIFEntry, endingAt end: Int, _ out: inout StatementAssembler) {
        let place = entry.place
        do {
            var line = StatementLine(
                amountMinor: try entry.total(units),
                currency: mapping.currency,
                byteRange: place.byteOffset..<end
            )
            line.bookedOn = try DateOrder.parse(entry.day, order: mapping.dateOrder).get()
            line.typeCode = entry.cleared
            line.text = out.text(entry.text, at: place)
            if !entry.number.isEmpty {
                let isCheck = entry.number.number != nil
                line.references = [.init(isCheck ? .check : .customer, entry.number.text)]
            }
            if entry.hasSplits {
                let stated = line.amountMinor
                if entry.splits?.value != stated {
                    out.report(.controlFailed, .doubt, at: place, "splits are not the amount")
                }
            }
            out.add(line, at: place)
        } catch let fault as FieldFault {
            out.report(fault.code, .fault, at: place, "the amount of a record")
        } catch let fault as DateFault {
            out.report(fault.code, .fault, at: place, "the day of a record")
        } catch {
            out.report(.recordInvalid, .fault, at: place, "a record")
        }
    }
}

/// One record as written.
struct QIFEntry: Sendable {
    let place: StatementPlace
    private(set) var day = Bytes()
    private(set) var number = Bytes()
    private(set) var text = Bytes()
    private(set) var cleared = ""
    private(set) var hasSplits = false
    /// The sum of the splits; nil when one cannot be read.
    private(set) var splits: CheckedSum? = CheckedSum()
    private var amount: Bytes?
    private var otherAmount: Bytes?

    init(place: StatementPlace) { self.place = place }

    mutating func take(_ item: UInt8, _ value: Bytes, _ units: MinorUnits) {
        switch item {
        case UInt8(ascii: "D"): day = value
        case UInt8(ascii: "T"): amount = value
        case UInt8(ascii: "U"): otherAmount = value
        case UInt8(ascii: "N"): number = value.trimmed
        case UInt8(ascii: "C"): cleared = value.text
        case UInt8(ascii: "P"), UInt8(ascii: "M"):
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            text += value.trimmed
        case UInt8(ascii: "$"):
            hasSplits = true
            if let part = try? units.parse(value) { splits?.add(part) } else { splits = nil }
        default: break
        }
    }

    /// The amount; where two forms of it stand in the record they must be equal.
    func total(_ units: MinorUnits) throws(FieldFault) -> Int64 {
        guard let first = amount ?? otherAmount else { throw .amountInvalid }
        let total = try units.parse(first)
        if let otherAmount, try units.parse(otherAmount) != total { throw .amountInvalid }
        return total
    }
}
