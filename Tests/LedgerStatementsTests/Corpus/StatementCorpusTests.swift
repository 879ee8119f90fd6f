import LedgerModel
import LedgerStatements
import Testing

/// Reads real files as independent readers read them.
@Suite(
    .enabled(
        if: StatementCorpus.isPresent,
        "real statement files are not in the repository; they are looked for beside it"
    )
)
struct StatementCorpusTests {
    @Test(arguments: StatementCorpus.cases("bai2"))
    func `BAI2 files read as others read them`(_ file: StatementCorpusCase) throws {
        try compare(file, .bai2)
    }

    @Test(arguments: StatementCorpus.cases("mt940"))
    func `MT940 files read as others read them`(_ file: StatementCorpusCase) throws {
        try compare(file, .mt940)
    }

    @Test(arguments: StatementCorpus.cases("camt"))
    func `camt messages read as others read them`(_ file: StatementCorpusCase) throws {
        try compare(file, .camt)
    }

    @Test(arguments: StatementCorpus.cases("ofx"))
    func `OFX files read as others read them`(_ file: StatementCorpusCase) throws {
        try compare(file, .ofx)
    }

    @Test(arguments: StatementCorpus.cases("ach"))
    func `NACHA files read as others read them`(_ file: StatementCorpusCase) throws {
        let read = try self.read(file, .nacha)
        if file.expected.verdict == "malformed" {
            #expect(read.verdict == .rejected)
            return
        }
        let batches = try #require(file.expected.batches)
        #expect(read.statements.map(\.header.account) == batches.map(\.companyId))
        #expect(read.verdict != .rejected, "\(read.allFindings)")
        let lines = read.statements.flatMap(\.lines)
        let entries = try #require(file.expected.entries)
        #expect(lines.map(\.amountMinor) == entries.map(\.minor))
        for (line, entry) in zip(lines, entries) {
            #expect(line.typeCode == entry.code?.text)
            #expect(line.reference(.trace) == entry.reference)
            if let code = entry.returnCode { #expect(line.notices.last?.reasonCode == code) }
            if let trace = entry.originalTrace {
                #expect(line.notices.last?.originalTrace == trace)
            }
        }
    }

    static let folders: [(String, StatementFormat)] = [
        ("ach", .nacha), ("bai2", .bai2), ("camt", .camt), ("mt940", .mt940), ("ofx", .ofx),
    ]

    @Test(arguments: folders)
    func `sound files are known by their first bytes`(
        _ folder: String,
        _ format: StatementFormat
    ) {
        for file in StatementCorpus.cases(folder) where file.expected.verdict != "malformed" {
            #expect(StatementFormat(detecting: file.bytes[...]) == format, "\(file.name)")
        }
    }

    @Test(arguments: StatementCorpus.cases("csv"))
    func `CSV files read by a mapping as others read them`(_ file: StatementCorpusCase) throws {
        var mapping = CSVMapping(
            account: .column("IBAN"),
            currency: .column("CCY"),
            amount: .split(credit: "Credit", debit: "Debit"),
            bookedOn: "Booking Date"
        )
        mapping.separator = UInt8(ascii: ";")
        mapping.decimalMark = UInt8(ascii: ",")
        mapping.balance = "Running Balance"
        mapping.references = [("Ref", .bank)]
        var options = StatementOptions()
        options.csv = mapping
        var reader = try StatementFormat.csv.reader(options)
        let statement = try #require(reader.file(file.bytes).statements.first)
        let wanted = try #require(file.expected.statements?.first)
        #expect(statement.verdict == .accepted)
        #expect(statement.header.currency == wanted.currency)
        #expect(statement.lines.map(\.amountMinor) == wanted.entries.map(\.minor))
        for (line, entry) in zip(statement.lines, wanted.entries) { compare(line, entry) }
    }

    private func read(
        _ file: StatementCorpusCase,
        _ format: StatementFormat
    ) throws -> StatementFile {
        var reader = try format.reader()
        return reader.file(file.bytes)
    }

    private func compare(_ file: StatementCorpusCase, _ format: StatementFormat) throws {
        let read = try self.read(file, format)
        guard let expected = file.expected.statements, !expected.isEmpty else {
            #expect(read.verdict != .accepted, "\(read.allFindings)")
            return
        }
        try #require(read.statements.count == expected.count, "\(read.allFindings)")
        for (statement, wanted) in zip(read.statements, expected) {
            compare(statement, wanted)
        }
    }

    private func compare(_ statement: ParsedStatement, _ wanted: StatementCorpus.Statement) {
        let header = statement.header
        if let account = wanted.account { #expect(header.account == account) }
        if let currency = wanted.currency { #expect(header.currency == currency) }
        #expect(header.opening?.amountMinor == wanted.opening?.minor)
        #expect(header.closing?.amountMinor == wanted.closing?.minor)
        #expect(header.opening?.on?.description == wanted.opening?.date)
        #expect(header.closing?.on?.description == wanted.closing?.date)
        // One reader splits a number of ten digits in two.
        if let number = wanted.number {
            #expect(header.sequence?.replacing("/", with: "") == number.replacing("/", with: ""))
        }
        if let id = wanted.id { #expect(header.identity == id) }
        #expect(statement.verdict != .rejected, "\(statement.findings)")
        if wanted.openingPlusEntriesEqualsClosing == false {
            #expect(statement.findings.contains { $0.code == .footingFailed })
            #expect(statement.verdict == .quarantined)
        } else if wanted.openingPlusEntriesEqualsClosing == true {
            #expect(!statement.findings.contains { $0.code == .footingFailed })
        }
        #expect(statement.lines.map(\.amountMinor) == wanted.entries.map(\.minor))
        let lacksDay = statement.lines.contains { $0.valueOn == nil }
        let wantsDays = wanted.entries.contains { $0.valueDate != nil }
        if lacksDay, wantsDays { #expect(statement.verdict == .quarantined) }
        for (line, entry) in zip(statement.lines, wanted.entries) { compare(line, entry) }
    }

    private func compare(_ line: StatementLine, _ entry: StatementCorpus.Entry) {
        #expect(
            (line.bookedOn ?? line.valueOn)?.description == entry.date.map { String($0.prefix(10)) }
        )
        // A day that the calendar does not have stays out, with a finding.
        if let day = entry.valueDate, line.valueOn != nil {
            #expect(line.valueOn?.description == day)
        }
        if let code = entry.code?.text { #expect(line.typeCode == code) }
        if let bank = entry.bankReference { #expect(line.reference(.bank) == bank) }
        if let currency = entry.currency { #expect(line.currency == currency) }
        guard let reference = entry.reference, !reference.isEmpty else { return }
        let keys = line.references.map(\.key)
        // Other readers cut long references at 16 places, and one takes text into them.
        let isFound = keys.contains {
            $0 == reference.trimmedOfSpaces || reference.count == 16 && $0.hasPrefix(reference)
                || reference.contains("\n") && reference.contains($0)
        }
        #expect(isFound, "\(reference) in \(keys)")
    }
}

extension String {
    fileprivate var trimmedOfSpaces: String {
        let start = drop { $0 == " " }
        let end = start.reversed().prefix { $0 == " " }.count
        return String(start.dropLast(end))
    }
}
