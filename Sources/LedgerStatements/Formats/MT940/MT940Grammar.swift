import LedgerModel

/// Reads SWIFT customer statements: MT940 with balances, MT942 with counts and sums instead.
struct MT940Grammar: RecordGrammar {
    private static let fieldLimit = 1 << 16

    private var field: MT940Field?
    private var line: StatementLine?
    private var linePlace = StatementPlace(record: 1, byteOffset: 0)
    private var state = MT940State()
    private var chain = MT940Chain()

    mutating func take(_ record: SourceRecord, _ out: inout StatementAssembler) {
        var bytes = record.bytes
        if bytes.starts(with: [UInt8(ascii: "{")]) {
            flush(&out)
            // Of an envelope only the beginning of block 4 matters: a field may follow it.
            guard let block = MT940Field.startOfText(in: bytes) else { return }
            bytes = bytes[block...]
        }
        if bytes.first == UInt8(ascii: "-"), MT940Field.endsBlock(bytes) {
            flush(&out)
            state.isEnded = true
            endStatement(at: record.place, &out)
            return
        }
        if let next = MT940Field(startOf: bytes, at: record.place) {
            flush(&out)
            field = next
        } else if field != nil, field?.append(bytes, limit: Self.fieldLimit) == false {
            out.stop(.textTooLong, at: record.place, "a field of too many lines")
        }
    }

    mutating func end(at place: StatementPlace, _ out: inout StatementAssembler) {
        flush(&out)
        endStatement(at: place, &out)
    }

    // MARK: Fields

    private mutating func flush(_ out: inout StatementAssembler) {
        guard let field else { return }
        self.field = nil
        if field.tag != .information { flushLine(&out) }
        switch field.tag {
        case .reference: begin(field, &out)
        case .account: take(account: field, &out)
        case .number: take(number: field, &out)
        case .opening, .openingPage: open(field, &out)
        case .line: take(line: field, &out)
        case .information: take(information: field, &out)
        case .closing, .closingPage: close(field, &out)
        case .floorLimit: take(floorLimit: field, &out)
        case .created: take(created: field, &out)
        case .debits, .credits: checkSum(field, &out)
        case .related, .available, .forwardAvailable, .other: break
        }
    }

    private mutating func begin(_ field: MT940Field, _ out: inout StatementAssembler) {
        endStatement(at: field.place, &out)
        let name = out.text(field.content, at: field.place)
        state = MT940State()
        out.begin(.init(account: "", currency: "", identity: name), at: field.place)
    }

    /// Some senders leave the reference out: then another field begins the statement.
    private mutating func beginIfNeeded(_ field: MT940Field, _ out: inout StatementAssembler) {
        guard out.header == nil else { return }
        state = MT940State()
        out.begin(.init(account: "", currency: "", identity: ""), at: field.place)
        out.report(.fieldMissing, .doubt, at: field.place, "a statement without reference")
    }

    private mutating func take(account field: MT940Field, _ out: inout StatementAssembler) {
        if state.isClosed || !(out.header?.account.isEmpty ?? true) {
            endStatement(at: field.place, &out)
        }
        beginIfNeeded(field, &out)
        let account = out.text(field.firstLine, at: field.place)
        out.header?.account = account
    }

    private mutating func take(number field: MT940Field, _ out: inout StatementAssembler) {
        beginIfNeeded(field, &out)
        out.header?.sequence = field.firstLine.trimmed.text
    }

    private mutating func open(_ field: MT940Field, _ out: inout StatementAssembler) {
        if state.isClosed || out.header?.opening != nil {
            let account = out.header?.account ?? ""
            endStatement(at: field.place, &out)
            beginIfNeeded(field, &out)
            out.header?.account = account
        }
        beginIfNeeded(field, &out)
        guard let balance = balance(field, &out) else { return }
        out.header?.currency = balance.currency
        out.header?.opening = balance.balance
        out.header?.from = balance.balance.on
        state.anchor = balance.balance.on
        if field.tag == .openingPage {
            chain.checkPage(balance.balance, of: out.header, at: field.place, &out)
        }
    }

    private mutating func close(_ field: MT940Field, _ out: inout StatementAssembler) {
        beginIfNeeded(field, &out)
        if state.isClosed {
            return out.report(.recordOutOfPlace, .fault, at: field.place, "a second closing")
        }
        state.isClosed = true
        guard let balance = balance(field, &out) else { return }
        if let currency = out.header?.currency, !currency.isEmpty, currency != balance.currency {
            let detail = "closing in \(balance.currency), opening in \(currency)"
            return out.report(.foreignCurrency, .fault, at: field.place, detail)
        }
        out.header?.currency = balance.currency
        out.header?.closing = balance.balance
        out.header?.to = balance.balance.on
        chain.endsInPage = field.tag == .closingPage
    }

    private mutating func balance(
        _ field: MT940Field,
        _ out: inout StatementAssembler
    ) -> MT940Balance? {
        do {
            let balance = try MT940Balance(field.firstLine)
            if balance.balance.on == nil {
                out.report(.dateInvalid, .doubt, at: field.place, "the day of a balance")
            }
            if !CurrencyUnit.isKnown(balance.currency) {
                out.report(.currencyUnknown, .doubt, at: field.place, "\"\(balance.currency)\"")
            }
            return balance
        } catch {
            out.report(error.code, .fault, at: field.place, "a balance")
            return nil
        }
    }

    private mutating func take(floorLimit field: MT940Field, _ out: inout StatementAssembler) {
        beginIfNeeded(field, &out)
        state.isInterim = true
        out.header?.isInterim = true
        let currency = field.firstLine.prefix(3)
        guard currency.count == 3, currency.allSatisfy(\.isUppercase) else {
            return out.report(.currencyMissing, .fault, at: field.place, "the floor limit")
        }
        let code = currency.text
        if let known = out.header?.currency, !known.isEmpty, known != code {
            return out.report(.foreignCurrency, .fault, at: field.place, "a second currency")
        }
        out.header?.currency = code
    }

    private mutating func take(created field: MT940Field, _ out: inout StatementAssembler) {
        beginIfNeeded(field, &out)
        let day = DateField.sixDigits(field.firstLine.prefix(6), near: nil)
        state.anchor = state.anchor ?? day
        out.header?.to = day
    }

    // MARK: Lines

    private mutating func take(line field: MT940Field, _ out: inout StatementAssembler) {
        beginIfNeeded(field, &out)
        guard let currency = out.header?.currency, !currency.isEmpty else {
            return out.report(.currencyMissing, .fault, at: field.place, "a line before any")
        }
        if state.isClosed {
            out.report(.recordOutOfPlace, .doubt, at: field.place, "a line after the closing")
        }
        do {
            let entry = try MT940Entry(field, currency: currency, near: state.anchor)
            state.take(entry.signed)
            if entry.hasInvalidDay {
                let days = field.firstLine.prefix(10).text
                out.report(.dateInvalid, .doubt, at: field.place, "no day of the calendar: \(days)")
            }
            linePlace = field.place
            line = entry.line(byteRange: field.byteRange)
        } catch {
            out.report(error.code, .fault, at: field.place, "a line cannot be read")
        }
    }

    private mutating func take(information field: MT940Field, _ out: inout StatementAssembler) {
        if var line, !state.isClosed {
            line.byteRange = line.byteRange.lowerBound..<field.byteRange.upperBound
            line.text = joined(line.text, field, &out)
            self.line = line
        } else if let known = out.header?.text {
            let text = joined(known, field, &out)
            out.header?.text = text
        }
    }

    private func joined(
        _ known: String,
        _ field: MT940Field,
        _ out: inout StatementAssembler
    ) -> String {
        let text = out.text(field.content, at: field.place)
        guard known.utf8.count + text.utf8.count <= Self.fieldLimit else {
            out.noteOnce(.textTooLong, at: field.place, "information is left out")
            return known
        }
        return known.isEmpty ? text : known + "\n" + text
    }

    private mutating func flushLine(_ out: inout StatementAssembler) {
        guard let line else { return }
        self.line = nil
        out.add(line, at: linePlace)
    }

    // MARK: Controls

    private mutating func checkSum(_ field: MT940Field, _ out: inout StatementAssembler) {
        beginIfNeeded(field, &out)
        let isDebit = field.tag == .debits
        let name = isDebit ? "debits" : "credits"
        do {
            let sum = try MT940Sum(field.firstLine)
            if sum.currency != out.header?.currency {
                out.report(.foreignCurrency, .doubt, at: field.place, "the sum of \(name)")
            }
            let count = isDebit ? state.debitCount : state.creditCount
            let total = isDebit ? state.debits.value : state.credits.value
            if isDebit { state.hasDebitSum = true } else { state.hasCreditSum = true }
            out.check(
                "number of \(name)",
                stated: Int64(sum.count),
                found: Int64(count),
                at: field.place
            )
            out.check("sum of \(name)", stated: sum.amount, found: total, at: field.place)
        } catch {
            out.report(error.code, .fault, at: field.place, "the sum of \(name)")
        }
    }

    private mutating func endStatement(
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        flushLine(&out)
        guard let header = out.header else { return }
        if header.account.isEmpty {
            out.report(.fieldMissing, .doubt, at: place, "a statement without account")
        }
        if header.currency.isEmpty {
            out.report(.currencyMissing, .fault, at: place, "a statement without currency")
        }
        if !state.isInterim, header.opening == nil || header.closing == nil {
            out.report(.balanceMissing, .doubt, at: place, "opening or closing is missing")
        }
        if state.isInterim, !state.isEnded, !state.hasBothSums {
            out.report(.truncated, .doubt, at: place, "an interim report without sums or end")
        }
        chain.checkSequence(header, at: place, &out)
        out.close(at: place)
    }
}
