import LedgerStatements
import StatementFuzzing
import Testing

/// Reads invented files of every format whole, in pieces, cut short and changed.
struct SampleFileTests {
    static let names = StatementFuzzer.samples.map(\.name)

    @Test(arguments: names, [1, 2, 7, 300])
    func `a sound file is accepted with all its lines`(_ name: String, _ count: Int) throws {
        let sample = try sample(name)
        var reader = try sample.format.reader(sample.options)
        let file = reader.file(sample.bytes(lineCount: count))
        #expect(file.verdict == .accepted, "\(file.allFindings)")
        #expect(file.statements.count == 1)
        #expect(file.controls.checks.allSatisfy { $0.holds })
        let lines = file.statements.flatMap(\.lines)
        #expect(lines.map(\.amountMinor) == (0..<count).map(SampleAmount.signed))
        #expect(lines.map(\.ordinal) == Array(1...count))
        #expect(lines.allSatisfy { $0.bookedOn != nil && !$0.references.isEmpty })
    }

    @Test(arguments: names)
    func `a file is known by its first bytes, except CSV`(_ name: String) throws {
        let sample = try sample(name)
        let detected = StatementFormat(detecting: sample.bytes(lineCount: 3)[...])
        #expect(detected == (sample.format == .csv ? nil : sample.format))
    }

    /// Where each file could end and still be whole: the formats without any end to them.
    @Test(arguments: names)
    func `a file cut short anywhere is not accepted as if it were whole`(_ name: String) throws {
        let sample = try sample(name)
        let bytes = sample.bytes(lineCount: 3)
        let whole = try accepted(bytes, sample)
        let hasEnd = sample.format != .qif && name != "csv"
        for end in 0..<bytes.count {
            guard let lines = try accepted(Array(bytes[..<end]), sample) else { continue }
            // What is missing is white space, an envelope, or in open formats further lines.
            #expect(lines == whole || !hasEnd, "cut at \(end)")
        }
    }

    @Test(arguments: names)
    func `changed files never crash, never depend on chunks and never pass with wrong sums`(
        _ name: String
    ) throws {
        let outcome = try StatementFuzzer(sample(name), seed: 20_260_301).run(0..<2000)
        #expect(outcome.violations.isEmpty)
        #expect(outcome.iterations == 2000)
        #expect(outcome.accepted > 0)
    }

    private func sample(_ name: String) throws -> any SampleFile.Type {
        try #require(StatementFuzzer.samples.first { $0.name == name }).type
    }

    private func accepted(_ bytes: [UInt8], _ sample: any SampleFile.Type) throws -> [Int64]? {
        var reader = try sample.format.reader(sample.options)
        let file = reader.file(bytes)
        guard file.verdict == .accepted else { return nil }
        return file.statements.flatMap(\.lines).map(\.amountMinor)
    }
}
