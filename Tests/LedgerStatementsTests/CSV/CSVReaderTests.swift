import Testing

@testable import LedgerStatements

struct CSVReaderTests {
    @Test(arguments: [
        ("", []),
        ("a,b\n1,2\n", ["a|b", "1|2"]),
        ("a,b\r\n1,2\r\n", ["a|b", "1|2"]),
        ("a,b\n1,2", ["a|b", "1|2"]),
        ("a,b\n1,", ["a|b", "1|"]),
        (",\n,,\n", ["|", "||"]),
        ("a\n\n\r\nb\n", ["a", "b"]),
        ("\"\"\n", [""]),
        ("\"a,b\",c\n", ["a,b|c"]),
        ("\"a\nb\r\nc\",d\n", ["a\nb\r\nc|d"]),
        ("\"say \"\"no\"\"\",\"\"\"\"\n", ["say \"no\"|\""]),
        ("\"a\"\"\"\n\"\"\"b\"\"\"\"\"", ["a\"", "\"b\"\""]),
        ("\"a\"", ["a"]),
        ("\"a\",", ["a|"]),
        ("\"a\"\r\nb", ["a", "b"]),
        (" a , b \n", [" a | b "]),
        ("\u{FEFF}a,b\n", ["a|b"]),
        ("\u{FEFF}", []),
        ("é,日本\n", ["é|日本"]),
    ])
    func `good text is read as RFC 4180 says`(text: String, records: [String]) {
        #expect(CSVTranscript.lines(CSVTranscript.read(Array(text.utf8))) == records)
    }

    @Test(arguments: [
        ("a\nb,c\"d,e\nf\n", ["a", "!2:4@5 strayQuote <b,c\"d,e\n>", "f"]),
        ("a\n\"b\"x,c\nd\n", ["a", "!2:4@5 textAfterQuote <\"b\"x,c\n>", "d"]),
        ("\"b\nc\" ,d\ne\n", ["!2:3@5 textAfterQuote <\"b\nc\" ,d\n>", "e"]),
        ("a,\"b\nc,d\ne\n", ["!1:3@2 unterminatedQuote <a,\"b\n>", "c|d", "e"]),
        ("a,\"", ["!1:3@2 unterminatedQuote <a,\">"]),
        ("é日,\"", ["!1:4@6 unterminatedQuote <é日,\">"]),
        ("a\rb\nc\n", ["!1:2@1 strayCarriageReturn <a\rb\n>", "c"]),
        ("a\r", ["!1:2@1 strayCarriageReturn <a\r>"]),
        ("\"a\"\rb\nc", ["!1:4@3 textAfterQuote <\"a\"\rb\n>", "c"]),
        ("a,b\u{0}\nc\n", ["!1:4@3 nulByte <a,b\u{0}\n>", "c"]),
        ("\"a\n\u{0}\n\",b\nc\n", ["!2:1@3 nulByte <\"a\n\u{0}\n\",b\n>", "c"]),
        ("\u{FEFF}a\"\nb\n", ["!1:2@4 strayQuote <a\"\n>", "b"]),
    ])
    func `bad text is placed, kept byte for byte, and passed over`(
        text: String,
        lines: [String]
    ) {
        #expect(CSVTranscript.lines(CSVTranscript.read(Array(text.utf8))) == lines)
    }

    @Test(arguments: [
        ([0x61, 0x0A, 0x62, 0xFF, 0x0A, 0x63], 2, 2, 3),
        ([0x61, 0x0A, 0xC3, 0xA9, 0xC3, 0x0A, 0x63], 2, 2, 4),
        ([0x61, 0x0A, 0x22, 0x0A, 0xED, 0xA0, 0x80, 0x22, 0x0A, 0x63], 3, 1, 4),
    ])
    func `bytes that are not UTF-8 are placed`(
        bytes: [UInt8],
        line: Int,
        column: Int,
        offset: Int
    ) throws {
        let items = CSVTranscript.read(bytes)
        #expect(items.count == 3)
        guard case .rejected(let finding, _) = items[1] else {
            Issue.record("not rejected")
            return
        }
        let expected = CSVFinding(.invalidUTF8, line: line, column: column, byteOffset: offset)
        #expect(finding == expected)
        #expect(CSVTranscript.bytes(items) == bytes)
    }

    @Test func `a record longer than the limit is rejected in pieces`() {
        let text = "a,b\n" + String(repeating: "x", count: 25) + ",y\nc,d\n"
        let items = CSVTranscript.read(Array(text.utf8), reader: CSVReader(limit: 10))
        #expect(
            CSVTranscript.lines(items) == [
                "a|b", "!2:1@4 recordTooLarge <xxxxxxxxxx>", "+<xxxxxxxxxx>", "+<xxxxx,y\n>", "c|d",
            ]
        )
    }

    @Test func `a quote left open past the limit costs only its line`() {
        let text = "a,\"b\n1,2\n3,4\n5,6\n7,8\n"
        let items = CSVTranscript.read(Array(text.utf8), reader: CSVReader(limit: 12))
        #expect(
            CSVTranscript.lines(items)
                == ["!1:3@2 recordTooLarge <a,\"b\n>", "1|2", "3|4", "5|6", "7|8"]
        )
    }

    @Test func `a record as long as the limit is read`() {
        let items = CSVTranscript.read(Array("abcdefgh\r\n".utf8), reader: CSVReader(limit: 10))
        #expect(CSVTranscript.lines(items) == ["abcdefgh"])
    }

    @Test func `records with another number of fields than the header are rejected`() {
        var reader = CSVReader()
        reader.expectedFieldCount = 2
        let items = CSVTranscript.read(Array("a,b\n1,2,3\n4\n5,6\n".utf8), reader: reader)
        #expect(
            CSVTranscript.lines(items) == [
                "a|b", "!2:5@8 tooManyFields <1,2,3\n>", "!3:1@10 tooFewFields <4\n>", "5|6",
            ]
        )
    }

    @Test func `another separator can be chosen`() {
        let items = CSVTranscript.read(
            Array("a;b,c\n\"d;e\";f\n".utf8),
            reader: CSVReader(separator: UInt8(ascii: ";"))
        )
        #expect(CSVTranscript.lines(items) == ["a|b,c", "d;e|f"])
    }

    @Test func `every field knows its line and character`() throws {
        let text = "x\n\"a\né\",日本,\"q\"\"\",z\n"
        guard case .record(let record) = CSVTranscript.read(Array(text.utf8))[1] else {
            Issue.record("no record")
            return
        }
        let places = (0..<record.count).map { record.position(of: $0) }
        #expect(places.map(\.line) == [2, 3, 3, 3])
        #expect(places.map(\.column) == [1, 4, 7, 13])
        #expect(record.texts == ["a\né", "日本", "q\"", "z"])
        #expect(record.line == 2)
        #expect(record.byteOffset == 2)
    }
}
