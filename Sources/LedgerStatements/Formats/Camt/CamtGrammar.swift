import LedgerModel

/// Reads ISO 20022 bank to customer messages: camt.052, camt.053 and camt.054 of all versions.
struct CamtGrammar: MarkupGrammar {
    private static let depthLimit = 64
    private static let textLimit = 1 << 16

    /// Whether a line marked as a reversal has the sign of what it reverses.
    let turnsReversals: Bool

    private var names: [Bytes] = []
    private var nodes: [Int?] = []
    private var value = Bytes()
    private var currency = ""
    private var hasMessage = false
    private var hasEnded = false
    private var statement = CamtStatement()
    private var entry = CamtEntry()
    private var balance = CamtBalance()
    private var entryPlace = StatementPlace(record: 0, byteOffset: 0)
    private var message = ""
    private var previous: StatementHeader?
    private var page = ""

    init(turnsReversals: Bool) { self.turnsReversals = turnsReversals }

    mutating func open(
        _ name: Bytes,
        attributes: Bytes,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        guard names.count < Self.depthLimit else {
            return out.stop(.nestingTooDeep, at: place, "elements within elements")
        }
        if names.isEmpty, hasEnded {
            return out.stop(.markupInvalid, at: place, "an element after the last")
        }
        names.append(name)
        value = []
        let node = enter(Self.local(name))
        nodes.append(node)
        guard let node, let field = CamtField.tree.fields[node] else { return }
        switch field {
        case .statement: begin(at: place, &out)
        case .balance: balance = CamtBalance()
        case .entry:
            entry = CamtEntry()
            entryPlace = place
        case .detail: entry.beginDetail()
        case .amount, .balanceAmount, .detailAmount: currency = Self.currency(in: attributes)
        default: break
        }
    }

    mutating func close(
        _ name: Bytes,
        at place: StatementPlace,
        endingAt end: Int,
        _ out: inout StatementAssembler
    ) {
        guard let open = names.popLast(), open == name else {
            return out.stop(.markupInvalid, at: place, "</\(name.text)> closes another element")
        }
        hasEnded = hasEnded || names.isEmpty
        let node = nodes.popLast() ?? nil
        defer { value = [] }
        guard let node, let field = CamtField.tree.fields[node] else { return }
        switch field {
        case .statement: finish(at: place, &out)
        case .balance: take(balanceAt: place, &out)
        case .entry: add(endingAt: end, &out)
        case .detail: entry.endDetail()
        default: take(field, value.trimmed, at: place, &out)
        }
    }

    mutating func take(text: Bytes, at place: StatementPlace, _ out: inout StatementAssembler) {
        guard let last = nodes.last, last != nil else { return }
        if value.isEmpty { value = text } else { value += text }
        if value.count > Self.textLimit { out.stop(.textTooLong, at: place, "an element") }
    }

    mutating func end(at place: StatementPlace, _ out: inout StatementAssembler) {
        guard hasMessage else {
            return out.report(.notThisFormat, .fault, at: place, "no message of camt")
        }
        if !names.isEmpty {
            out.report(.truncated, .fault, at: place, "elements are not closed")
        }
    }

    // MARK: Elements

    private mutating func enter(_ name: Bytes) -> Int? {
        guard let above = nodes.last else { return enterMessage(name) }
        if !hasMessage { return enterMessage(name) }
        return above.flatMap {
            CamtField.tree.child(of: $0, named: String(decoding: name, as: UTF8.self))
        }
    }

    /// The element of the message is the root or stands directly in it.
    private mutating func enterMessage(_ name: Bytes) -> Int? {
        guard nodes.count < 2, name.starts(with: "BkToCstmr".utf8) else { return nil }
        hasMessage = true
        message = name.text
        return CamtTree.root
    }

    private static func local(_ name: Bytes) -> Bytes {
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return name }
        return name[(colon + 1)...]
    }

    /// The value of the attribute `Ccy`, which is the only one that amounts have.
    private static func currency(in attributes: Bytes) -> String {
        guard let equals = attributes.firstIndex(of: UInt8(ascii: "=")),
            attributes[..<equals].trimmed.elementsEqual("Ccy".utf8)
        else { return "" }
        let value = attributes[(equals + 1)...].trimmed
        return value.dropFirst().dropLast().text
    }

    // MARK: Statements

    private mutating func begin(at place: StatementPlace, _ out: inout StatementAssembler) {
        statement = CamtStatement()
        out.begin(.init(account: "", currency: "", identity: ""), at: place)
    }

    /// Fills in what stands before the first entry.
    private mutating func describe(
        at place: StatementPlace,
        currency entryCurrency: String,
        _ out: inout StatementAssembler
    ) {
        guard out.header?.currency.isEmpty == true else { return }
        out.header = statement.header(currency: entryCurrency)
        out.header?.isInterim = !message.hasPrefix("BkToCstmrStmt")
        guard let header = out.header else { return }
        if header.account.isEmpty {
            out.report(.fieldMissing, .doubt, at: place, "a statement without account")
        }
        if !CurrencyUnit.isKnown(header.currency) {
            out.report(.currencyUnknown, .doubt, at: place, "\"\(header.currency)\"")
        }
        if let copy = statement.copy {
            out.report(.declaredCopy, .note, at: place, "the statement is declared a \(copy)")
        }
    }

    private mutating func finish(at place: StatementPlace, _ out: inout StatementAssembler) {
        describe(at: place, currency: CurrencyUnit.none, &out)
        statement.check(&out, at: place)
        let isEndOfDay = message.hasPrefix("BkToCstmrStmt")
        if isEndOfDay, out.header?.opening == nil || out.header?.closing == nil {
            out.report(.balanceMissing, .doubt, at: place, "opening or closing is missing")
        }
        checkSequence(at: place, &out)
        out.close(at: place)
    }

    /// Numbers of statements of one account go up by one.
    private mutating func checkSequence(
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        defer { previous = out.header }
        guard let previous, let header = out.header, previous.account == header.account,
            let before = previous.sequence.flatMap({ Int($0) }),
            let now = header.sequence.flatMap({ Int($0) }), before < Int.max,
            now != before + 1, now != 1
        else { return }
        out.report(.chainBroken, .doubt, at: place, "number \(now) after \(before)")
    }

    private mutating func take(
        balanceAt place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        do {
            try statement.add(balance)
        } catch {
            out.report(error.code, .fault, at: place, "a balance")
        }
    }

    // MARK: Entries

    private mutating func add(endingAt end: Int, _ out: inout StatementAssembler) {
        let place = entryPlace
        let currency = entry.currency.isEmpty ? statement.currency : entry.currency
        describe(at: place, currency: currency, &out)
        guard out.header != nil else { return }
        if currency.isEmpty {
            return out.report(.currencyMissing, .fault, at: place, "an entry without currency")
        }
        do {
            let range = place.byteOffset..<end
            let isTurned = turnsReversals && entry.isReversal
            var line = try entry.line(currency: currency, isTurned: isTurned, byteRange: range)
            line.text = out.text(entry.text, at: place)
            if entry.hasInvalidDay {
                out.report(.dateInvalid, .doubt, at: place, "a day of an entry")
            }
            if line.bookedOn == nil, line.valueOn == nil, line.status == .booked {
                out.report(.dateMissing, .doubt, at: place, "a booked entry without a day")
            }
            entry.checkDetails(&out, amount: line.amountMinor, at: place)
            if currency == out.header?.currency { statement.count(line) }
            out.add(line, at: place, turnsBack: entry.isReversal)
        } catch {
            out.report(error.code, .fault, at: place, "an entry cannot be read")
        }
    }

    private mutating func take(
        _ field: CamtField,
        _ value: Bytes,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        switch field {
        case .pageNumber: page = value.text
        case .isLastPage:
            if !value.elementsEqual("true".utf8) || page != "1" {
                out.report(.balanceMissing, .note, at: place, "page \(page) of a longer message")
            }
        case .balanceCode, .balanceAmount, .balanceSign, .balanceDay:
            balance.take(field, value, currency: currency)
        case .identity, .sequence, .legalSequence, .copy, .from, .to, .account, .accountCurrency,
            .allCount, .allSum, .creditCount, .creditSum, .debitCount, .debitSum:
            statement.take(field, value)
        default:
            entry.take(field, value, currency: currency)
        }
    }
}
