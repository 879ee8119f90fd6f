import LedgerModel
import LedgerStatements
import Testing

struct QIFReaderTests {
    private func read(
        _ text: String,
        _ order: DateOrder = .monthDayYear
    ) throws -> StatementTranscript {
        var options = StatementOptions()
        options.qif = QIFMapping(account: "44", currency: "USD", dateOrder: order)
        return try StatementTranscript(text, .qif, options)
    }

    static let days: [(String, DateOrder, String?)] = [
        ("3/4/2026", .monthDayYear, "2026-03-04"), ("3/4/2026", .dayMonthYear, "2026-04-03"),
        ("10/ 5'20", .monthDayYear, "2020-10-05"), ("13/8/12", .dayMonthYear, "2012-08-13"),
        ("13/8/12", .monthDayYear, nil), ("1/1/98", .monthDayYear, "1998-01-01"),
        ("2026-03-04", .yearMonthDay, "2026-03-04"), ("2026-03-04", .monthDayYear, nil),
    ]

    @Test(arguments: days)
    func `days are read in the declared order, and one that does not fit rejects`(
        _ day: String,
        _ order: DateOrder,
        _ wanted: String?
    ) throws {
        let read = try read("!Type:Bank\nD\(day)\nT-1,234.50\nN501\nPPayee\nMMemo\n^\n", order)
        #expect(read.lines.first?.bookedOn?.description == wanted)
        #expect((read.verdict == .rejected) == (wanted == nil))
        guard wanted != nil else { return }
        #expect(read.amounts == [-123_450])
        #expect(read.lines[0].reference(.check) == "501")
        #expect(read.lines[0].text == "Payee Memo")
    }

    static let records: [(String, [StatementFinding.Code])] = [
        ("D3/4/26\nT10\nSA\n$4\nSB\n$6\n^", []), ("D3/4/26\nT10\n$4\n$5\n^", [.controlFailed]),
        ("D3/4/26\nT10\n$x\n^", [.controlFailed]), ("D3/4/26\nU10\nT10\n^", []),
        ("D3/4/26\nU11\nT10\n^", [.amountInvalid]), ("D3/4/26\n^", [.amountInvalid]),
        ("T10\n^", [.dateInvalid]), ("D3/4/26\nT10", [.truncated]),
    ]

    @Test(arguments: records)
    func `a record is held to its splits, its second amount and its caret`(
        _ record: String,
        _ faults: [StatementFinding.Code]
    ) throws {
        #expect(try read("!Type:Bank\n\(record)\n").faults == faults)
    }

    @Test func `lists that hold no lines are passed over`() throws {
        let read = try read("!Account\nNX\n^\n!Type:Cat\nNFood\n^\n!Type:CCard\nD3/4/26\nT-1\n^\n")
        #expect(read.faults == [])
        #expect(read.amounts == [-100])
    }

    @Test func `what is no QIF is refused`() throws {
        #expect(try read("D3/4/26\nT1\n^\n").faults == [.notThisFormat])
        #expect(try read("").faults == [.nothingFound])
    }
}
