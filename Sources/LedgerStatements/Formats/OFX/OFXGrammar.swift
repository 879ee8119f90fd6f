import LedgerModel

/// Reads OFX: the SGML of versions 1, whose values may lack closing tags, and the XML of version 2.
struct OFXGrammar: MarkupGrammar {
    private static let depthLimit = 64
    private static let textLimit = 1 << 16

    private var path: [OFXElement] = []
    private var hasBegun = false
    private var hasEnded = false
    /// The element whose value is being read, and its value so far.
    private var leaf: (name: OFXValue?, place: StatementPlace)?
    private var value = Bytes()
    private var statement = OFXStatement()
    private var entry = OFXEntry()
    private var balance = OFXBalance()
    private var entryPlace = StatementPlace(record: 0, byteOffset: 0)
    private var identities = SeenKeys()
    private var ordinal = 0
    private var organization = ""

    mutating func open(
        _ name: Bytes,
        attributes: Bytes,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        endLeaf(&out)
        let name = String(decoding: name, as: UTF8.self).uppercased()
        guard let element = OFXElement(rawValue: name) else {
            leaf = (OFXValue(rawValue: name), place)
            return
        }
        guard path.count < Self.depthLimit else {
            return out.stop(.nestingTooDeep, at: place, "elements within elements")
        }
        if element.standsAlone, path.contains(where: \.standsAlone),
            element != .entry
                || path.contains(.entry)
        {
            out.report(.markupInvalid, .fault, at: place, "<\(name)> before the last one closed")
        }
        path.append(element)
        switch element {
        case .file: hasBegun = true
        case .statement, .cardStatement: begin(at: place, &out)
        case .entry:
            entry = OFXEntry()
            entryPlace = place
        case .ledgerBalance, .availableBalance: balance = OFXBalance()
        default: break
        }
    }

    mutating func close(
        _ name: Bytes,
        at place: StatementPlace,
        endingAt end: Int,
        _ out: inout StatementAssembler
    ) {
        endLeaf(&out)
        let name = String(decoding: name, as: UTF8.self).uppercased()
        // A closing tag of a value, or of an element that is not open, changes nothing.
        guard let element = OFXElement(rawValue: name) else { return }
        guard let depth = path.lastIndex(of: element) else {
            return out.noteOnce(.markupInvalid, at: place, "</\(name)> closes nothing")
        }
        if depth + 1 < path.count {
            out.report(.markupInvalid, .fault, at: place, "</\(name)> closes more than one")
        }
        path.removeLast(path.count - depth)
        switch element {
        case .file: hasEnded = true
        case .statement, .cardStatement: finish(at: place, &out)
        case .entry: add(endingAt: end, &out)
        case .ledgerBalance: take(ledgerBalance: place, &out)
        case .availableBalance: take(availableBalance: place, &out)
        default: break
        }
    }

    mutating func take(text: Bytes, at place: StatementPlace, _ out: inout StatementAssembler) {
        guard leaf != nil else { return }
        if value.isEmpty { value = text } else { value += text }
        if value.count > Self.textLimit {
            out.stop(.textTooLong, at: place, "a value")
        }
    }

    mutating func end(at place: StatementPlace, _ out: inout StatementAssembler) {
        endLeaf(&out)
        guard hasBegun else {
            return out.report(.notThisFormat, .fault, at: place, "no OFX element")
        }
        guard !hasEnded || !path.isEmpty else { return }
        out.report(.truncated, .fault, at: place, "the file ends before </OFX>")
    }

    // MARK: Statements

    private mutating func begin(at place: StatementPlace, _ out: inout StatementAssembler) {
        ordinal += 1
        statement = OFXStatement()
        identities = SeenKeys()
        out.begin(.init(account: "", currency: "", identity: String(ordinal)), at: place)
    }

    /// Fills in what is known before the first line.
    private mutating func describe(at place: StatementPlace, _ out: inout StatementAssembler) {
        guard var header = out.header, header.currency.isEmpty else { return }
        header.account = statement.account
        header.from = statement.from
        header.to = statement.to
        header.identity = [organization, statement.days, String(ordinal)].filter { !$0.isEmpty }
            .joined(separator: "/")
        header.currency = statement.currency.isEmpty ? CurrencyUnit.none : statement.currency
        out.header = header
        if statement.currency.isEmpty {
            out.report(.currencyMissing, .doubt, at: place, "taken to have two decimals")
        } else if !CurrencyUnit.isKnown(statement.currency) {
            out.report(.currencyUnknown, .doubt, at: place, "\"\(statement.currency)\"")
        }
        if statement.account.isEmpty {
            out.report(.fieldMissing, .doubt, at: place, "a statement without account")
        }
    }

    private mutating func finish(at place: StatementPlace, _ out: inout StatementAssembler) {
        describe(at: place, &out)
        out.report(.nothingToCheck, .note, at: place, "OFX states no opening balance and no sums")
        out.close(at: place)
    }

    private mutating func take(
        ledgerBalance place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        describe(at: place, &out)
        guard let currency = out.header?.currency else { return }
        do {
            let amount = try statement.units(currency).parse(balance.amount)
            let day = DateField.eightDigits(balance.day.prefix(8))
            let balance = StatementBalance(amountMinor: amount, currency: currency, on: day)
            out.header?.closing = balance
            if day == nil { out.report(.dateInvalid, .doubt, at: place, "of the balance") }
        } catch {
            out.report(error.code, .fault, at: place, "the ledger balance")
        }
    }

    private mutating func take(
        availableBalance place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        describe(at: place, &out)
        guard let currency = out.header?.currency,
            let amount = try? statement.units(currency).parse(balance.amount)
        else { return out.report(.amountInvalid, .note, at: place, "the available balance") }
        guard (out.header?.reported.count ?? 0) < 16 else { return }
        out.header?.reported.append(.init(code: "AVAILBAL", amountMinor: amount))
    }

    // MARK: Lines

    private mutating func add(endingAt end: Int, _ out: inout StatementAssembler) {
        let place = entryPlace
        guard out.header != nil else {
            return out.report(.recordOutOfPlace, .fault, at: place, "a line of no statement")
        }
        describe(at: place, &out)
        guard let currency = out.header?.currency else { return }
        do {
            let range = place.byteOffset..<end
            let currency = entry.currency ?? currency
            var line = try entry.line(statement.units(currency), currency, byteRange: range)
            line.text = out.text(entry.text, at: place)
            if line.bookedOn == nil {
                out.report(.dateMissing, .fault, at: place, "a line without a day of posting")
                return
            }
            checkIdentity(at: place, &out)
            if let correction = entry.correction {
                out.report(.declaredUpdate, .doubt, at: place, "the line corrects \(correction)")
            }
            out.add(line, at: place)
        } catch {
            out.report(error.code, .fault, at: place, "the amount of a line")
        }
    }

    private mutating func checkIdentity(
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        guard !entry.identity.isEmpty else {
            return out.noteOnce(.fieldMissing, at: place, "a line without FITID")
        }
        switch identities.insert(entry.identity) {
        case .first: break
        case .repeated:
            let detail = "FITID \(entry.identity.text) stands for two lines"
            out.report(.referenceRepeated, .doubt, at: place, detail)
        case .full:
            let detail = "FITIDs are compared within \(SeenKeys.limit) lines only"
            out.noteOnce(.referenceRepeated, at: place, detail)
        }
    }

    // MARK: Values

    private mutating func endLeaf(_ out: inout StatementAssembler) {
        guard let leaf else { return }
        self.leaf = nil
        let value = value.trimmed
        self.value = []
        guard let name = leaf.name, !value.isEmpty else { return }
        switch path.last {
        case .entry, .payee: entry.take(name, value)
        case .ledgerBalance, .availableBalance: balance.take(name, value)
        case .bankAccount, .cardAccount: statement.take(name, value)
        case .statement, .cardStatement, .list: statement.take(name, value)
        case .institution where name == .organization: organization = value.text
        case .entryCurrency: entry.takeCurrency(name, value)
        default: break
        }
    }
}
