import LedgerModel
import LedgerStatements
import Testing

struct MT940ReaderTests {
    private func statement(
        _ lines: String,
        opening: String = "C260228USD100,",
        closing: String
    ) -> String {
        ":20:S\n:25:44\n:28C:7/1\n:60F:\(opening)\n\(lines)\n:62F:\(closing)\n-\n"
    }

    static let marks: [(String, Int64)] = [
        ("C", 550), ("D", -550), ("RC", -550), ("RD", 550), ("CD", 550), ("DR", -550),
        ("RCD", -550),
    ]

    @Test(arguments: marks)
    func `the mark says which way money goes, also when it is reversed`(
        _ mark: String,
        _ amount: Int64
    ) throws {
        let text = statement(
            ":61:2603010302\(mark)5,5NTRFREF1//BANK1\nmore\n:86:text",
            closing: amount > 0 ? "C260301USD105,50" : "C260301USD94,5"
        )
        let read = try StatementTranscript(text, .mt940)
        #expect(read.faults == [])
        #expect(read.amounts == [amount])
        let line = try #require(read.lines.first)
        #expect(line.typeCode == "NTRF")
        #expect(line.reference(.customer) == "REF1")
        #expect(line.reference(.bank) == "BANK1")
        #expect(line.text == "more\ntext")
        #expect(line.valueOn?.description == "2026-03-01")
        #expect(line.bookedOn?.description == "2026-03-02")
    }

    static let amounts: [(String, Int64?)] = [
        ("380115,12", 38_011_512), ("380115,1", 38_011_510), ("380115,", 38_011_500),
        ("0,12", 12), ("00,12", 12), ("001,12", 112), ("1,123", nil), ("1,120", 112),
        ("99999999999999999999,", nil), (",", nil), ("", nil),
    ]

    @Test(arguments: amounts)
    func `amounts have a comma and no more decimals than the currency`(
        _ text: String,
        _ minor: Int64?
    ) throws {
        let text = statement("", opening: "C260228EUR\(text)", closing: "C260228EUR0,")
        let read = try StatementTranscript(text, .mt940)
        #expect(read.file.statements.first?.header.opening?.amountMinor == minor)
        #expect((read.verdict == .rejected) == (minor == nil))
    }

    @Test func `currencies without or with three decimals keep their own`() throws {
        let yen = statement("", opening: "C260228JPY12,", closing: "C260228JPY12,")
        #expect(
            try StatementTranscript(yen, .mt940).file.statements[0].header.opening?.amountMinor
                == 12
        )
        let dinar = statement("", opening: "C260228KWD1,2", closing: "C260228KWD1,200")
        let read = try StatementTranscript(dinar, .mt940)
        #expect(read.file.statements[0].header.closing?.amountMinor == 1200)
        #expect(read.faults == [])
    }

    @Test func `an entry day over new year is the one nearest to the value day`() throws {
        let text = statement(":61:2601011230C1,NTRFX", closing: "C260102USD101,")
        let read = try StatementTranscript(text, .mt940)
        #expect(read.lines.first?.bookedOn?.description == "2025-12-30")
    }

    @Test func `a day that does not exist stays out and is reported as written`() throws {
        let text = statement(":61:2602300301D6,00NTRFX", closing: "C260301USD94,")
        let read = try StatementTranscript(text, .mt940)
        #expect(read.verdict == .quarantined)
        #expect(read.faults == [.dateInvalid])
        #expect(read.lines.first?.valueOn == nil)
        #expect(read.file.allFindings.first?.detail.contains("260230") == true)
    }

    @Test func `information after the closing belongs to the statement`() throws {
        let text = statement(
            ":61:260301C1,NTRFX\n:86:a\n-b\n:c",
            closing: "C260301USD101,\n:86:all"
        )
        let read = try StatementTranscript(text, .mt940)
        #expect(read.lines.first?.text == "a\n-b\n:c")
        #expect(read.file.statements[0].header.text == "all")
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends of every kind are line ends`(_ end: String) throws {
        let text =
            "words before\n{1:F01X}{2:I940X}{4:\n"
            + statement(":61:260301C1,NTRFX\n:86:a\nb", closing: "C260301USD101,")
        let read = try StatementTranscript(text.replacing("\n", with: end), .mt940)
        #expect(read.faults == [])
        #expect(read.lines.first?.text == "a\nb")
    }

    @Test func `bytes of Windows-1252 are read as such`() throws {
        let text = statement(":61:260301C1,NTRFX\n:86:caf?", closing: "C260301USD101,")
        let bytes = text.utf8.map { $0 == UInt8(ascii: "?") ? 0xE9 : $0 }
        let read = try StatementTranscript(bytes, .mt940)
        #expect(read.lines.first?.text == "caf\u{E9}")
        #expect(read.notes == [.textNotUTF8])
    }

    @Test func `pages and statements must follow each other`() throws {
        let first = ":20:A\n:25:44\n:28C:7/1\n:60F:C260228USD1,\n:62M:C260228USD1,\n-\n"
        let second = ":20:B\n:25:44\n:28C:7/2\n:60M:C260228USD1,\n:62F:C260228USD1,\n-\n"
        #expect(try StatementTranscript(first + second, .mt940).faults == [])
        let gap = second.replacing("7/2", with: "7/3")
        #expect(try StatementTranscript(first + gap, .mt940).faults == [.chainBroken])
        let jump = second.replacing("USD1,", with: "USD2,")
        #expect(try StatementTranscript(first + jump, .mt940).faults == [.chainBroken])
        #expect(try StatementTranscript(second, .mt940).faults == [.chainBroken])
    }

    @Test func `a statement without closing is not accepted`() throws {
        let read = try StatementTranscript(
            ":20:A\n:25:44\n:28C:7\n:60F:C260228USD1,\n:61:260301C1,NTRFX\n",
            .mt940
        )
        #expect(read.faults == [.balanceMissing])
        #expect(read.amounts == [100])
    }

    static let sums: [(String, [StatementFinding.Code])] = [
        (":90D:1USD2,\n:90C:1USD5,", []), (":90D:1USD2,\n:90C:2USD5,", [.controlFailed]),
        (":90D:1USD3,\n:90C:1USD5,", [.controlFailed]), (":90D:1EUR2,", [.foreignCurrency]),
    ]

    @Test(arguments: sums)
    func `an interim report is held to its counts and sums`(
        _ sums: String,
        _ faults: [StatementFinding.Code]
    ) throws {
        let read = try StatementTranscript(
            ":20:A\n:25:44\n:28C:7\n:34F:USD0,\n:13D:2603011200+0000\n"
                + ":61:260301C5,NTRFX\n:61:260301ED2,NTRFY\n\(sums)\n-\n",
            .mt940
        )
        #expect(read.faults == faults)
        #expect(read.lines.map(\.status) == [.booked, .pending])
    }
}
