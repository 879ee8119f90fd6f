import LedgerModel
import LedgerStatements
import StatementFuzzing
import Testing

struct NACHAReaderTests {
    private let sound = String(decoding: NACHASample.bytes(lineCount: 2), as: UTF8.self)

    private func record(_ text: String) -> String {
        text + String(repeating: " ", count: 94 - text.utf8.count)
    }

    @Test func `returns carry their reason and the trace of what came back`() throws {
        let read = try StatementTranscript(sound, .nacha)
        #expect(read.amounts == [2500, -2500])
        let notice = try #require(read.lines[1].notices.first)
        #expect(notice.kind == .returned)
        #expect(notice.reasonCode == "R01")
        #expect(notice.originalTrace == "121042880000002")
        #expect(notice.originalBank == "12104288")
        #expect(read.lines[0].text == "PAYER RECEIPT R-0")
        #expect(read.file.statements[0].header.from?.description == "2026-03-01")
    }

    static let notices: [(String, ReturnNotice.Kind, String?, String)] = [
        (
            "799R68059999990000301      12391871   12391871000000117901UNTIMELY",
            .dishonored, "123918710000001", "UNTIMELY"
        ),
        (
            "799R7105999999000030126030112391871164779999990000301165018899999900003011666",
            .contested, "779999990000301", ""
        ),
        (
            "798C01059999990000301      12391871918171614",
            .notificationOfChange, nil, "918171614"
        ),
        (
            "799R99059999990000301      12391871SOMETHING NEWER",
            .returned, nil, "SOMETHING NEWER"
        ),
    ]

    @Test(arguments: notices)
    func `every kind of return has a layout of its own`(
        _ addenda: String,
        _ kind: ReturnNotice.Kind,
        _ returnTrace: String?,
        _ information: String
    ) throws {
        let lines = sound.split(separator: "\n").map(String.init)
        let changed = lines.map { $0.hasPrefix("799") ? record(addenda) : $0 }
        let read = try StatementTranscript(changed.joined(separator: "\n"), .nacha)
        let notice = try #require(read.lines.last?.notices.first)
        #expect(notice.kind == kind)
        #expect(notice.originalTrace == "059999990000301")
        #expect(notice.returnTrace == returnTrace)
        #expect(notice.information == information)
        #expect(read.faults == [])
    }

    @Test(arguments: ["", "\r\n", " \n"])
    func `records are read with any line end and with none`(_ end: String) throws {
        let read = try StatementTranscript(sound.replacing("\n", with: end), .nacha)
        #expect(read.faults == [])
        #expect(read.amounts == [2500, -2500])
    }

    @Test func `blanks cut off at the end of a record are there again`() throws {
        let cut = sound.split(separator: "\n").map { line in
            line.hasSuffix(" ") ? String(line.dropLast()) : String(line)
        }
        let read = try StatementTranscript(cut.joined(separator: "\n"), .nacha)
        #expect(read.faults == [])
    }

    /// What is replaced, what by, and what must be found.
    static let changes: [(String, String, StatementFinding.Code)] = [
        ("22231380104", "22231380105", .checkDigitWrong),
        ("0000002500", "0000002501", .controlFailed),
        ("622231380104", "682231380104", .directionUnknown),
        ("5200COURT", "5225COURT", .directionUnknown),
        ("8200000004", "8200000005", .controlFailed), ("0046276020", "0046276021", .controlFailed),
        ("9000001", "9000002", .controlFailed), ("9000001000001", "9000001000002", .controlFailed),
        ("121042880000002", "121042880000001", .orderBroken), ("82000", "72000", .truncated),
        ("0000002500", "00000025X0", .amountInvalid),
    ]

    @Test(arguments: changes)
    func `each control finds what it is there for`(
        _ from: String,
        _ to: String,
        _ code: StatementFinding.Code
    ) throws {
        let changed = sound.replacing(from, with: to, maxReplacements: 1)
        try #require(changed != sound)
        let read = try StatementTranscript(changed, .nacha)
        #expect(read.faults.contains(code), "\(read.faults)")
        #expect(read.verdict != .accepted)
    }

    @Test func `an entry outside a batch is no line`() throws {
        let entry = sound.split(separator: "\n").first { $0.hasPrefix("6") }
        let read = try StatementTranscript(String(try #require(entry)), .nacha)
        #expect(read.faults.contains(.recordOutOfPlace))
        #expect(read.verdict == .rejected)
        #expect(read.amounts == [])
    }
}
