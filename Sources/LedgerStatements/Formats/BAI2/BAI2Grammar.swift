import LedgerModel

/// Reads BAI2 cash management reports: files of groups of accounts of details.
struct BAI2Grammar: RecordGrammar {
    /// Which way money moves under type codes that BAI2 leaves open, by the source's own list.
    var customDirections: [Int: BAI2TypeCode.Direction] = [:]

    private var file = BAI2Level()
    private var group = BAI2Level()
    private var account = BAI2Level()
    private var context = BAI2Context()
    /// The record that may still be continued, with its continuations.
    private var pending: BAI2Record?
    private var isFileOpen = false
    private var isGroupOpen = false
    private var isAccountOpen = false
    private var hasEnded = false
    /// Whether records follow each other on one line, so that a slash in a text may end one.
    private var isRunTogether = false
    private var otherReading: BAI2Summary?

    init(customDirections: [Int: BAI2TypeCode.Direction] = [:]) {
        self.customDirections = customDirections
    }

    mutating func take(_ line: SourceRecord, _ out: inout StatementAssembler) {
        var rest = line.bytes.trimmedEnd
        if let first = rest.first, first.isBlank { rest = rest.trimmed }
        while !rest.isEmpty {
            let place = StatementPlace(
                record: line.place.record,
                byteOffset: line.place.byteOffset + rest.startIndex - line.bytes.startIndex
            )
            guard let code = BAI2Record.Code(startOf: rest) else {
                wrap(rest, at: place, &out)
                return
            }
            let end = endOfRecord(code, in: rest)
            take(code, rest[..<end], at: place, &out)
            rest = rest[end...].trimmed
        }
    }

    mutating func end(at place: StatementPlace, _ out: inout StatementAssembler) {
        flush(&out)
        guard isFileOpen, !hasEnded else { return }
        out.report(.truncated, .fault, at: place, "the file ends before its 99 record")
    }

    /// Where a record that begins `bytes` ends: at the line's end, or at a slash before another.
    private mutating func endOfRecord(_ code: BAI2Record.Code, in bytes: Bytes) -> Int {
        guard isRunTogether || !code.endsInText else { return bytes.endIndex }
        var index = bytes.startIndex
        while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "/")) {
            let rest = bytes[(slash + 1)...].trimmed
            if BAI2Record.Code(startOf: rest) != nil {
                if code == .fileHeader { isRunTogether = true }
                return slash + 1
            }
            index = slash + 1
        }
        return bytes.endIndex
    }

    /// A line that begins no record goes on with the one before.
    private mutating func wrap(
        _ bytes: Bytes,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        guard pending != nil else {
            return out.report(.recordInvalid, .fault, at: place, "no record of BAI2 begins here")
        }
        out.noteOnce(.recordInvalid, at: place, "a record goes on in a line of its own")
        if pending?.wrap(bytes, at: place) == false {
            out.stop(.recordTooLong, at: place, "a record of too many lines")
        }
    }

    private mutating func take(
        _ code: BAI2Record.Code,
        _ bytes: Bytes,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        if code == .continuation {
            count()
            guard pending != nil else {
                return out.report(.recordOutOfPlace, .fault, at: place, "88 continues nothing")
            }
            if pending?.extend(bytes, at: place) == false {
                out.stop(.recordTooLong, at: place, "a record with too many continuations")
            }
            return
        }
        flush(&out)
        if hasEnded {
            return out.report(.recordOutOfPlace, .fault, at: place, "a record after the last")
        }
        pending = BAI2Record(code, bytes, at: place)
        count()
    }

    private mutating func count() {
        account.records += 1
        group.records += 1
        file.records += 1
    }

    /// Reads the record that is now complete.
    private mutating func flush(_ out: inout StatementAssembler) {
        guard let record = pending else { return }
        pending = nil
        switch record.code {
        case .fileHeader: openFile(record, &out)
        case .groupHeader: openGroup(record, &out)
        case .account: openAccount(record, &out)
        case .detail: add(record, &out)
        case .accountTrailer: closeAccount(record, &out)
        case .groupTrailer: closeGroup(record, &out)
        case .fileTrailer: closeFile(record, &out)
        case .continuation: break
        }
    }

    // MARK: Headers

    private mutating func openFile(_ record: BAI2Record, _ out: inout StatementAssembler) {
        require(!isFileOpen, record, &out)
        let fields = record.fields
        isFileOpen = true
        file = BAI2Level(records: 1 + record.continuations)
        context.created = DateField.sixDigits(fields.at(3), near: nil)
        context.file = [fields.at(1), fields.at(3), fields.at(5)].map(\.text)
            .joined(separator: "/")
        if context.created == nil {
            out.report(.dateInvalid, .note, at: record.place, "the day of the file's making")
        }
    }

    private mutating func openGroup(_ record: BAI2Record, _ out: inout StatementAssembler) {
        require(isFileOpen && !isGroupOpen, record, &out)
        let fields = record.fields
        isGroupOpen = true
        file.children += 1
        group = BAI2Level(records: 1 + record.continuations)
        context.asOf = DateField.sixDigits(fields.at(4), near: context.created)
        context.groupCurrency = fields.at(6).text
        context.groupStatus = fields.at(3).text
        // As-of date modifier: 1 and 3 are interim, 2 and 4 final.
        context.isInterim = ["1", "3"].contains(fields.at(7).text)
        if context.asOf == nil {
            out.report(.dateInvalid, .doubt, at: record.place, "the day that the group is about")
        }
    }

    private mutating func openAccount(_ record: BAI2Record, _ out: inout StatementAssembler) {
        require(isGroupOpen && !isAccountOpen, record, &out)
        let fields = record.fields
        isAccountOpen = true
        group.children += 1
        account = BAI2Level(records: 1 + record.continuations)
        let own = fields.at(2).text
        let inherited = context.groupCurrency.isEmpty ? "USD" : context.groupCurrency
        let name = out.text(fields.at(1), at: record.place)
        var header = StatementHeader(
            account: name,
            currency: own.isEmpty ? inherited : own,
            identity: "\(context.file)/\(file.children)/\(group.children)"
        )
        header.from = context.asOf
        header.to = context.asOf
        header.isInterim = context.isInterim
        let strict = BAI2Summary(record.summaryFields(.strict))
        let lax = BAI2Summary(record.summaryFields(.lax))
        let summary = strict.fault == nil || lax.fault != nil ? strict : lax
        otherReading = strict == lax ? nil : summary == strict ? lax : strict
        summary.describe(&header, on: context.asOf)
        out.begin(header, at: record.place)
        if !CurrencyUnit.isKnown(header.currency) {
            out.report(.currencyUnknown, .doubt, at: record.place, "\"\(header.currency)\"")
        }
        if let fault = summary.fault {
            out.report(fault, .fault, at: record.place, "the balances of an account")
        }
        if let meaning = BAI2TypeCode.unusualStatuses[context.groupStatus] {
            let detail = "the group is a \(meaning)"
            out.report(.declaredUpdate, .doubt, at: record.place, detail)
        }
        account.total.add(summary.total.value)
        account.summary = summary
    }

    // MARK: Details

    private mutating func add(_ record: BAI2Record, _ out: inout StatementAssembler) {
        guard require(isAccountOpen, record, &out), let currency = out.header?.currency else {
            return
        }
        let detail = BAI2Detail(record.fields, near: context.created)
        guard let amount = detail.amount else {
            let code = detail.fault ?? .amountInvalid
            return out.report(code, .fault, at: record.place, "a detail cannot be read")
        }
        account.total.add(amount)
        guard let direction = customDirections[detail.code] ?? BAI2TypeCode.direction(detail.code),
            let signed = direction.sign(amount)
        else {
            let text = "type code \(detail.code) says not whether money came or went"
            return out.report(.directionUnknown, .fault, at: record.place, text)
        }
        var line = StatementLine(
            amountMinor: signed,
            currency: currency,
            byteRange: record.byteRange
        )
        line.bookedOn = context.asOf
        line.valueOn = detail.valueOn
        line.typeCode = detail.typeCode
        line.text = out.text(record.text(after: detail.textIndex), at: record.place)
        line.references = detail.references
        if detail.valueIsInvalid {
            out.report(.dateInvalid, .doubt, at: record.place, "the value day of a detail")
        }
        out.add(line, at: record.place)
    }

    // MARK: Trailers

    private mutating func closeAccount(_ record: BAI2Record, _ out: inout StatementAssembler) {
        guard require(isAccountOpen, record, &out) else { return }
        isAccountOpen = false
        settleReading(record, &out)
        checkTotal(account, "account control total", record.fields.at(1), record, &out)
        checkCount(account.records, "records of the account", record.fields.at(2), record, &out)
        account.summary?.check(&out, at: record.place)
        group.total.add(record.statedTotal)
        out.close(at: record.place)
    }

    /// Where two readings of the balances differ, the control total knows the right one.
    private mutating func settleReading(_ record: BAI2Record, _ out: inout StatementAssembler) {
        guard let other = otherReading, let stated = record.statedTotal,
            account.total.value != stated, other.fault == nil, var header = out.header
        else { return }
        var total = account.total
        total.subtract(account.summary?.total.value)
        total.add(other.total.value)
        guard total.value == stated else { return }
        account.total = total
        account.summary = other
        other.describe(&header, on: context.asOf)
        out.header = header
    }

    private mutating func closeGroup(_ record: BAI2Record, _ out: inout StatementAssembler) {
        closeLost(record, &out)
        guard require(isGroupOpen, record, &out) else { return }
        isGroupOpen = false
        checkTotal(group, "group control total", record.fields.at(1), record, &out)
        checkCount(group.children, "accounts of the group", record.fields.at(2), record, &out)
        checkCount(group.records, "records of the group", record.fields.at(3), record, &out)
        file.total.add(record.statedTotal)
    }

    private mutating func closeFile(_ record: BAI2Record, _ out: inout StatementAssembler) {
        closeLost(record, &out)
        guard require(isFileOpen && !isGroupOpen, record, &out) else { return }
        hasEnded = true
        checkTotal(file, "file control total", record.fields.at(1), record, &out)
        checkCount(file.children, "groups of the file", record.fields.at(2), record, &out)
        checkCount(file.records, "records of the file", record.fields.at(3), record, &out)
    }

    /// An account that never got its trailer is cut short.
    private mutating func closeLost(_ record: BAI2Record, _ out: inout StatementAssembler) {
        guard isAccountOpen else { return }
        isAccountOpen = false
        out.report(.truncated, .fault, at: record.place, "an account without its 49 record")
        out.close(at: record.place)
    }

    private func checkTotal(
        _ level: BAI2Level,
        _ control: String,
        _ field: Bytes,
        _ record: BAI2Record,
        _ out: inout StatementAssembler
    ) {
        guard !field.trimmed.isEmpty else {
            return out.report(.nothingToCheck, .note, at: record.place, "no \(control)")
        }
        do {
            let stated = try MinorUnits.whole(field)
            out.check(control, stated: stated, found: level.total.value, at: record.place)
        } catch {
            out.report(error.code, .fault, at: record.place, "the \(control)")
        }
    }

    private func checkCount(
        _ count: Int,
        _ control: String,
        _ field: Bytes,
        _ record: BAI2Record,
        _ out: inout StatementAssembler
    ) {
        guard let stated = field.trimmed.number else {
            return out.report(.fieldMissing, .doubt, at: record.place, "the number of \(control)")
        }
        out.check(control, stated: Int64(stated), found: Int64(count), at: record.place)
    }

    @discardableResult
    private func require(
        _ isInPlace: Bool,
        _ record: BAI2Record,
        _ out: inout StatementAssembler
    ) -> Bool {
        if !isInPlace {
            let detail = "record \(record.code.rawValue) does not belong here"
            out.report(.recordOutOfPlace, .fault, at: record.place, detail)
        }
        return isInPlace
    }
}

/// What is counted and summed on one level of a file.
struct BAI2Level: Sendable {
    var records = 0
    var children = 0
    /// The algebraic sum that the level's trailer states: a hash rather than a balance.
    var total = CheckedSum()
    var summary: BAI2Summary?
}

/// What headers say about all that follows them.
struct BAI2Context: Sendable {
    var file = ""
    var created: LedgerDate?
    var asOf: LedgerDate?
    var groupCurrency = ""
    var groupStatus = ""
    var isInterim = false
}
