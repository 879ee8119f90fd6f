import LedgerModel

/// Reads NACHA files: entries, returns and notifications of change; a batch is a statement.
struct NACHAGrammar: RecordGrammar {
    /// The length of every record.
    static let width = 94
    /// Hashes keep ten digits.
    private static let hashModulus: Int64 = 10_000_000_000

    private var file = NACHATally()
    private var batch = NACHATally()
    private var context = NACHAContext()
    private var batchCount = 0
    /// Records of the file and the nines that fill its last block.
    private var blockRecords = 0
    private var isBatchOpen = false
    private var hasFileHeader = false
    private var control: NACHARecord?
    private var pending: NACHAEntry?
    private var lastTrace: Int?

    mutating func take(_ record: SourceRecord, _ out: inout StatementAssembler) {
        let record = NACHARecord(record)
        blockRecords += 1
        if record.isFiller, control != nil { return }
        if record.length < Self.width - 1, record.type != UInt8(ascii: "9") {
            out.report(.recordInvalid, .doubt, at: record.place, "a record cut short")
        }
        if control != nil {
            return out.report(.recordOutOfPlace, .fault, at: record.place, "after the file control")
        }
        switch record.type {
        case UInt8(ascii: "1"): openFile(record, &out)
        case UInt8(ascii: "5"): openBatch(record, &out)
        case UInt8(ascii: "6"): openEntry(record, &out)
        case UInt8(ascii: "7"): addAddenda(record, &out)
        case UInt8(ascii: "8"): closeBatch(record, &out)
        case UInt8(ascii: "9"): closeFile(record, &out)
        default: out.report(.recordInvalid, .fault, at: record.place, "no record of NACHA")
        }
    }

    mutating func end(at place: StatementPlace, _ out: inout StatementAssembler) {
        flushEntry(&out)
        if isBatchOpen {
            out.report(.truncated, .fault, at: place, "the file ends within a batch")
            out.close(at: place)
        }
        guard let control else {
            if blockRecords > 0 {
                out.report(.truncated, .fault, at: place, "the file ends before its control")
            }
            return
        }
        // The last block may lack its filler, but never a record.
        let blocks = (blockRecords + 9) / 10
        check("blocks of the file", control.number(7..<13), Int64(blocks), control, &out)
    }

    // MARK: Headers

    private mutating func openFile(_ record: NACHARecord, _ out: inout StatementAssembler) {
        require(!hasFileHeader && batchCount == 0, record, &out)
        hasFileHeader = true
        context.origin = record.text(13..<23)
        context.created = DateField.sixDigits(record.bytes(23..<29), near: nil)
        context.file = "\(context.origin)/\(record.text(23..<29))/\(record.text(33..<34))"
    }

    private mutating func openBatch(_ record: NACHARecord, _ out: inout StatementAssembler) {
        flushEntry(&out)
        require(hasFileHeader && !isBatchOpen, record, &out)
        if isBatchOpen { out.report(.truncated, .fault, at: record.place, "a batch without end") }
        isBatchOpen = true
        batchCount += 1
        batch = NACHATally()
        lastTrace = nil
        context.serviceClass = record.number(1..<4) ?? 0
        context.kind = record.text(50..<53)
        let isInternational = context.kind == "IAT"
        context.company = record.text(40..<50)
        context.effectiveOn = DateField.sixDigits(record.bytes(69..<75), near: context.created)
        let currency = isInternational ? record.text(66..<69) : "USD"
        var header = StatementHeader(
            account: context.company,
            currency: CurrencyUnit.isKnown(currency) ? currency : "USD",
            identity: "\(context.file)/\(batchCount)"
        )
        header.sequence = record.text(87..<94)
        header.from = context.effectiveOn
        header.to = context.effectiveOn
        let name = isInternational ? [] : record.bytes(4..<20)
        let purpose = record.bytes(53..<63)
        header.text = out.text(name, at: record.place) + " " + out.text(purpose, at: record.place)
        out.begin(header, at: record.place)
        if context.kind == "ADV" {
            out.report(.recordInvalid, .fault, at: record.place, "accounting advices are not read")
        }
    }

    // MARK: Entries

    private mutating func openEntry(_ record: NACHARecord, _ out: inout StatementAssembler) {
        flushEntry(&out)
        batch.items += 1
        guard require(isBatchOpen, record, &out) else { return }
        let entry = NACHAEntry(record, isInternational: context.kind == "IAT")
        batch.hash.add(entry.routing)
        if entry.routing == nil {
            out.report(.recordInvalid, .doubt, at: record.place, "no routing number")
        } else if !entry.checkDigitHolds {
            out.report(.checkDigitWrong, .doubt, at: record.place, "of the routing number")
        }
        guard let amount = entry.amount else {
            return out.report(.amountInvalid, .fault, at: record.place, "an entry's amount")
        }
        guard let isCredit = entry.isCredit else {
            let detail = "transaction code \(entry.transactionCode)"
            return out.report(.directionUnknown, .fault, at: record.place, detail)
        }
        if isCredit { batch.credits.add(amount) } else { batch.debits.add(amount) }
        let isAllowed = context.serviceClass != (isCredit ? 225 : 220)
        if !isAllowed, amount != 0 {
            let detail = "not allowed in a batch of class \(context.serviceClass)"
            out.report(.directionUnknown, .doubt, at: record.place, detail)
        }
        if let trace = entry.trace, let lastTrace, trace <= lastTrace {
            out.report(.orderBroken, .doubt, at: record.place, "traces do not ascend")
        }
        lastTrace = entry.trace ?? lastTrace
        pending = entry
    }

    private mutating func addAddenda(_ record: NACHARecord, _ out: inout StatementAssembler) {
        batch.items += 1
        guard require(isBatchOpen, record, &out), pending != nil else {
            return out.report(.recordOutOfPlace, .fault, at: record.place, "addenda of no entry")
        }
        if pending?.add(NACHAAddenda(record), record) == false {
            out.noteOnce(.textTooLong, at: record.place, "further addenda are left out of the text")
        }
    }

    private mutating func flushEntry(_ out: inout StatementAssembler) {
        guard let entry = pending, let currency = out.header?.currency else { return }
        pending = nil
        guard var line = entry.line(currency: currency) else { return }
        line.bookedOn = context.effectiveOn
        line.references.append(.init(.batch, out.header?.sequence ?? ""))
        line.text = out.text(entry.textBytes, at: entry.place)
        out.add(line, at: entry.place)
    }

    // MARK: Controls

    private mutating func closeBatch(_ record: NACHARecord, _ out: inout StatementAssembler) {
        flushEntry(&out)
        guard require(isBatchOpen, record, &out) else { return }
        isBatchOpen = false
        let hash = batch.hash.value.map { $0 % Self.hashModulus }
        check("entries of the batch", record.number(4..<10), Int64(batch.items), record, &out)
        check("hash of the batch", record.number(10..<20), hash, record, &out)
        check("debits of the batch", record.number(20..<32), batch.debits.value, record, &out)
        check("credits of the batch", record.number(32..<44), batch.credits.value, record, &out)
        file.items += batch.items
        file.hash.add(batch.hash.value)
        file.debits.add(batch.debits.value)
        file.credits.add(batch.credits.value)
        out.close(at: record.place)
    }

    private mutating func closeFile(_ record: NACHARecord, _ out: inout StatementAssembler) {
        flushEntry(&out)
        if isBatchOpen {
            isBatchOpen = false
            out.report(.truncated, .fault, at: record.place, "a batch without end")
            out.close(at: record.place)
        }
        require(hasFileHeader, record, &out)
        control = record
        let hash = file.hash.value.map { $0 % Self.hashModulus }
        check("batches of the file", record.number(1..<7), Int64(batchCount), record, &out)
        check("entries of the file", record.number(13..<21), Int64(file.items), record, &out)
        check("hash of the file", record.number(21..<31), hash, record, &out)
        check("debits of the file", record.number(31..<43), file.debits.value, record, &out)
        check("credits of the file", record.number(43..<55), file.credits.value, record, &out)
    }

    private func check(
        _ control: String,
        _ stated: Int?,
        _ found: Int64?,
        _ record: NACHARecord,
        _ out: inout StatementAssembler
    ) {
        guard let stated else {
            return out.report(.fieldMissing, .doubt, at: record.place, control)
        }
        out.check(control, stated: Int64(stated), found: found, at: record.place)
    }

    @discardableResult
    private func require(
        _ isInPlace: Bool,
        _ record: NACHARecord,
        _ out: inout StatementAssembler
    ) -> Bool {
        if !isInPlace {
            let kind = String(decoding: [record.type], as: UTF8.self)
            let detail = "record \(kind) does not belong here"
            out.report(.recordOutOfPlace, .fault, at: record.place, detail)
        }
        return isInPlace
    }
}

/// What is counted and summed over a batch or a file.
struct NACHATally: Sendable {
    var items = 0
    var hash = CheckedSum()
    var debits = CheckedSum()
    var credits = CheckedSum()
}

/// What headers say about all that follows them.
struct NACHAContext: Sendable {
    var origin = ""
    var file = ""
    var created: LedgerDate?
    var serviceClass = 0
    var kind = ""
    var company = ""
    var effectiveOn: LedgerDate?
}
