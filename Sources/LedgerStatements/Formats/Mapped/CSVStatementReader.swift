import LedgerModel

/// Reads CSV files by a declared mapping.
struct CSVStatementReader: StatementReader {
    private let mapping: CSVMapping
    private var reader: CSVReader
    private var out = StatementAssembler()
    private var columns: CSVColumns?
    private var skipped = 0
    private var place = StatementPlace(record: 1, byteOffset: 0)
    private var running: RunningBalance
    private var lineCount = 0
    private var hasTrailer = false

    init(_ mapping: CSVMapping) {
        self.mapping = mapping
        reader = CSVReader(separator: mapping.separator, limit: 1 << 16)
        running = RunningBalance(isNewestFirst: mapping.isNewestFirst)
    }

    mutating func read(_ chunk: ArraySlice<UInt8>) -> [StatementEvent] {
        guard !out.isStopped else { return out.drain() }
        reader.feed(Array(chunk))
        takeAll()
        return out.drain()
    }

    mutating func finish() -> [StatementEvent] {
        reader.finish()
        takeAll()
        if !out.isStopped { end() }
        out.finish(at: place)
        return out.drain()
    }

    private mutating func takeAll() {
        while !out.isStopped, let item = reader.next() {
            switch item {
            case .record(let record): take(record, from: record.byteOffset)
            case .rejectedRest: break
            case .rejected(let finding, let bytes):
                guard case .invalidUTF8 = finding.kind, take(otherText: bytes, finding) else {
                    place = .init(record: finding.line, byteOffset: finding.byteOffset)
                    out.report(.recordInvalid, .fault, at: place, finding.kind.explanation)
                    continue
                }
            }
        }
    }

    /// Reads a record whose text is not UTF-8 as Windows-1252.
    private mutating func take(otherText bytes: [UInt8], _ finding: CSVFinding) -> Bool {
        let place = StatementPlace(record: finding.line, byteOffset: finding.byteOffset)
        let scalars = bytes.map { Windows1252.scalar(of: $0) }
        var again = CSVReader(separator: mapping.separator)
        again.feed(Array(String(String.UnicodeScalarView(scalars)).utf8))
        again.finish()
        guard case .record(let record) = again.next(), again.next() == nil else { return false }
        out.noteOnce(.textNotUTF8, at: place, "read as Windows-1252")
        let fault = UTF8Validation.firstFault(in: bytes) ?? 0
        take(record, from: finding.byteOffset - fault, line: finding.line, length: bytes.count)
        return true
    }

    private mutating func take(
        _ record: CSVRecord,
        from offset: Int,
        line number: Int? = nil,
        length: Int? = nil
    ) {
        place = StatementPlace(record: number ?? record.line, byteOffset: offset)
        if skipped < mapping.skippedRecords {
            skipped += 1
        } else if let columns {
            let range = offset..<offset + (length ?? record.bytes.count)
            take(record, columns, range)
        } else {
            let columns = CSVColumns(record, mapping)
            self.columns = columns
            if let unfitness = columns.unfitness { out.stop(.mappingUnfit, at: place, unfitness) }
        }
    }

    private mutating func take(_ record: CSVRecord, _ columns: CSVColumns, _ range: Range<Int>) {
        if hasTrailer {
            return out.report(.recordOutOfPlace, .fault, at: place, "a record after the trailer")
        }
        if let trailer = mapping.trailer, record[0] == trailer.marker {
            return check(trailer, record)
        }
        guard record.count == columns.count else {
            let detail = "\(record.count) fields where the header has \(columns.count)"
            return out.report(.recordInvalid, .fault, at: place, detail)
        }
        begin(record, columns)
        add(record, columns, range)
    }

    // MARK: Statements

    private mutating func begin(_ record: CSVRecord, _ columns: CSVColumns) {
        let account = columns.bytes(mapping.account, in: record).text
        let currency = columns.bytes(mapping.currency, in: record).text.uppercased()
        if let header = out.header {
            guard header.account != account || header.currency != currency else { return }
            close()
        }
        var header = StatementHeader(
            account: account,
            currency: currency,
            identity: mapping.identity
        )
        header.opening = mapping.declaredOpening.map {
            StatementBalance(amountMinor: $0, currency: currency, on: nil)
        }
        running = RunningBalance(isNewestFirst: mapping.isNewestFirst)
        out.begin(header, at: place)
        if !CurrencyUnit.isKnown(currency) {
            out.report(.currencyUnknown, .doubt, at: place, "\"\(currency)\"")
        }
    }

    private mutating func close() {
        guard let currency = out.header?.currency else { return }
        func balance(_ amount: Int64?) -> StatementBalance? {
            amount.map { StatementBalance(amountMinor: $0, currency: currency, on: nil) }
        }
        if out.header?.opening == nil { out.header?.opening = balance(running.opening) }
        out.header?.closing = balance(mapping.declaredClosing ?? running.closing)
        if out.header?.closing == nil, mapping.trailer == nil {
            out.report(.nothingToCheck, .note, at: place, "no balance and no trailer is declared")
        }
        out.close(at: place)
    }

    private mutating func end() {
        if mapping.trailer != nil, !hasTrailer {
            out.report(.truncated, .fault, at: place, "the file ends before its trailer")
        }
        close()
    }

    private mutating func check(_ trailer: CSVMapping.Trailer, _ record: CSVRecord) {
        hasTrailer = true
        if out.header == nil { out.begin(emptyHeader, at: place) }
        if let field = trailer.countField {
            guard field < record.count, let count = record.content(of: field).trimmed.number else {
                return out.report(.fieldMissing, .doubt, at: place, "the number of records")
            }
            let found = Int64(lineCount)
            out.check("number of records", stated: Int64(count), found: found, at: place)
        }
        guard let field = trailer.totalField else { return }
        do {
            guard field < record.count, let currency = out.header?.currency else {
                throw FieldFault.recordInvalid
            }
            let total = try units(currency).parse(record.content(of: field))
            let isTurned = if case .signed(_, true) = mapping.amount { true } else { false }
            let net = isTurned ? out.fileTotals.netMinor?.negated : out.fileTotals.netMinor
            out.check("sum of records", stated: total, found: net, at: place)
        } catch {
            let code = (error as? FieldFault)?.code ?? .amountInvalid
            out.report(code, .doubt, at: place, "the sum of records")
        }
    }

    /// A file that says that it has no records is a statement without lines.
    private var emptyHeader: StatementHeader {
        func fixed(_ source: CSVMapping.Source, or other: String) -> String {
            if case .fixed(let text) = source { text } else { other }
        }
        return StatementHeader(
            account: fixed(mapping.account, or: ""),
            currency: fixed(mapping.currency, or: CurrencyUnit.none),
            identity: mapping.identity
        )
    }

    // MARK: Lines

    private mutating func add(_ record: CSVRecord, _ columns: CSVColumns, _ range: Range<Int>) {
        guard let currency = out.header?.currency else { return }
        lineCount += 1
        do {
            let amount = try amount(record, columns, currency)
            var line = StatementLine(amountMinor: amount, currency: currency, byteRange: range)
            try describe(&line, record, columns)
            try track(amount, record, columns, currency)
            if lineCount == 1, !mapping.isNewestFirst, out.header?.opening == nil {
                out.header?.opening = running.opening.map {
                    StatementBalance(amountMinor: $0, currency: currency, on: nil)
                }
            }
            out.add(line, at: place)
        } catch let fault as FieldFault {
            out.report(fault.code, .fault, at: place, "an amount")
        } catch let fault as DateFault {
            out.report(fault.code, .fault, at: place, "a day")
        } catch {
            out.report(.recordInvalid, .fault, at: place, "a record")
        }
    }

    private func units(_ currency: String) -> MinorUnits {
        MinorUnits(
            decimalMark: mapping.decimalMark,
            groupMark: mapping.groupMark,
            exponent: CurrencyUnit.exponent(of: currency)
        )
    }

    private func amount(
        _ record: CSVRecord,
        _ columns: CSVColumns,
        _ currency: String
    ) throws(FieldFault) -> Int64 {
        var units = units(currency)
        switch mapping.amount {
        case .signed(let name, let isTurned):
            let amount = try units.parse(columns.bytes(name, in: record))
            guard isTurned else { return amount }
            guard let turned = amount.negated else { throw .amountOverflow }
            return turned
        case .split(let credit, let debit):
            units.allowsSign = false
            let credit = columns.bytes(credit, in: record)
            let debit = columns.bytes(debit, in: record)
            guard credit.isEmpty != debit.isEmpty else { throw .recordInvalid }
            if debit.isEmpty { return try units.parse(credit) }
            guard let amount = try units.parse(debit).negated else { throw .amountOverflow }
            return amount
        case .marked(let name, let mark, let credits, let debits):
            units.allowsSign = false
            let amount = try units.parse(columns.bytes(name, in: record))
            let mark = columns.bytes(mark, in: record).text.uppercased()
            if credits.contains(mark) { return amount }
            guard debits.contains(mark), let turned = amount.negated else { throw .recordInvalid }
            return turned
        }
    }

    private func describe(
        _ line: inout StatementLine,
        _ record: CSVRecord,
        _ columns: CSVColumns
    ) throws {
        let day = columns.bytes(mapping.bookedOn, in: record)
        line.bookedOn = try DateOrder.parse(day, order: mapping.dateOrder).get()
        if let name = mapping.valueOn {
            let day = columns.bytes(name, in: record)
            if !day.isEmpty {
                line.valueOn = try DateOrder.parse(day, order: mapping.dateOrder).get()
            }
        }
        if let name = mapping.typeCode { line.typeCode = columns.bytes(name, in: record).text }
        line.text = mapping.texts.map { columns.bytes($0, in: record).text }
            .filter { !$0.isEmpty }.joined(separator: " ")
        for (column, kind) in mapping.references {
            let key = columns.bytes(column, in: record)
            if !key.isEmpty { line.references.append(.init(kind, key.text)) }
        }
    }

    private mutating func track(
        _ amount: Int64,
        _ record: CSVRecord,
        _ columns: CSVColumns,
        _ currency: String
    ) throws(FieldFault) {
        guard let name = mapping.balance else { return }
        let bytes = columns.bytes(name, in: record)
        let stated = bytes.isEmpty ? nil : try units(currency).parse(bytes)
        guard let wrong = running.take(amount, stated: stated) else { return }
        let detail = "the running balance is \(wrong.stated), \(wrong.found) found"
        out.report(.controlFailed, .doubt, at: place, detail)
    }
}
