import LedgerModel
import LedgerStatements
import Testing

struct BAI2ReaderTests {
    /// An account with these records between its header and its trailer.
    private func file(
        _ account: String,
        total: String,
        records: Int,
        status: String = "1"
    ) -> String {
        """
        01,SENDER,REDRESS,260302,0600,7,,,2/
        02,REDRESS,SENDER,\(status),260301,2400,USD,2/
        \(account)
        49,\(total),\(records)/
        98,\(total),1,\(records + 2)/
        99,\(total),1,\(records + 4)/
        """
    }

    @Test func `amounts of a detail are signed by its type code`() throws {
        let account = """
            03,44,,010,1000,,,015,900,,/
            16,301,250,Z,B1,T1,DEPOSIT/
            16,475,300,V,260228,,B2,501,CHECK/
            16,409,50,S,10,20,20,B3,,FEE/
            16,890,,,,,NOTICE/
            """
        let read = try StatementTranscript(file(account, total: "2500", records: 6), .bai2)
        #expect(read.faults == [])
        #expect(read.amounts == [250, -300, -50, 0])
        #expect(read.lines[1].valueOn?.description == "2026-02-28")
        #expect(read.lines[1].reference(.check) == "501")
        #expect(read.lines[0].reference(.ticket) == "T1")
        #expect(read.lines.map(\.text) == ["DEPOSIT", "CHECK", "FEE", "NOTICE"])
        #expect(read.lines.map { $0.reference(.bank) } == ["B1", "B2", "B3", nil])
    }

    @Test func `funds that come free over days take as many fields as they say`() throws {
        let account = """
            03,44,USD,072,500,,D,2,0,200,1,300,015,700,,/
            16,301,700,D,3,0,200,1,300,2,200,BR,CR,TEXT, AND MORE/
            """
        let read = try StatementTranscript(file(account, total: "1900", records: 3), .bai2)
        #expect(read.faults == [])
        #expect(read.file.statements[0].header.closing?.amountMinor == 700)
        #expect(read.lines[0].text == "TEXT, AND MORE")
    }

    @Test(arguments: ["03,44,,045/\n88,4626,,/", "03,44,,045,/\n88,4626,,/"])
    func `a continued header is read as its control total proves`(_ header: String) throws {
        let read = try StatementTranscript(file(header, total: "4626", records: 3), .bai2)
        #expect(read.faults == [])
        #expect(read.file.statements[0].header.reported.map(\.amountMinor) == [4626])
    }

    @Test func `slashes, commas and lines of their own belong to a text`() throws {
        let account = """
            03,44,,,,,/
            16,301,100,,B,C,PAID 1/2, SEE 16/03
            88,/AND 88, MORE/
            wrapped on
            """
        let read = try StatementTranscript(file(account, total: "100", records: 4), .bai2)
        #expect(read.faults == [])
        #expect(read.lines[0].text == "PAID 1/2, SEE 16/03 /AND 88, MOREwrapped on")
    }

    @Test func `records that run together on one line are told apart`() throws {
        let account = "03,44,,,,,/\n16,301,100,,B,C,ONE/\n16,475,40,,B,9,TWO/"
        let whole = file(account, total: "140", records: 4)
        let text = whole.replacing("\n", with: "")
        let read = try StatementTranscript(text, .bai2)
        #expect(read.faults == [])
        #expect(read.amounts == [100, -40])
    }

    @Test(arguments: [
        ("16,301,12..4,,B,C,X/", StatementFinding.Code.amountInvalid),
        ("16,301,$120,,B,C,X/", .amountInvalid), ("16,301,,,B,C,X/", .amountInvalid),
        ("16,301,-5,,B,C,X/", .amountInvalid), ("16,,301,5,,B,C,X/", .recordInvalid),
        ("16,301,9223372036854775808,,B,C,X/", .amountOverflow),
        ("16,720,5,,B,C,X/", .directionUnknown), ("16,955,5,,B,C,X/", .directionUnknown),
    ])
    func `a detail that cannot be read rejects`(
        _ detail: String,
        _ code: StatementFinding.Code
    ) throws {
        let text = file("03,44,,,,,/\n\(detail)", total: "5", records: 3)
        let read = try StatementTranscript(text, .bai2)
        #expect(read.verdict == .rejected)
        #expect(read.faults.first == code)
        #expect(read.amounts == [])
        let finding = try #require(read.file.allFindings.first { $0.code == code })
        #expect(finding.place.record == 4)
        let start = Array(text.utf8)[finding.place.byteOffset...].prefix(detail.utf8.count)
        #expect(start.elementsEqual(detail.utf8))
    }

    @Test func `a bank's own codes get their direction from the source`() throws {
        var options = StatementOptions()
        options.bai2Directions = [955: .debit]
        let text = file("03,44,,,,,/\n16,955,5,,B,C,X/", total: "5", records: 3)
        let read = try StatementTranscript(text, .bai2, options)
        #expect(read.faults == [])
        #expect(read.amounts == [-5])
    }

    static let controls: [(String, String, Int)] = [
        ("account total", "101", 3), ("record count", "100", 4),
    ]

    @Test(arguments: controls)
    func `a control that fails quarantines`(_ name: String, _ total: String, _ count: Int) throws {
        let text = file("03,44,,,,,/\n16,301,100,,B,C,X/", total: total, records: count)
        let read = try StatementTranscript(text, .bai2)
        #expect(read.verdict == .quarantined, "\(name)")
        #expect(read.faults.contains(.controlFailed))
        #expect(read.amounts == [100])
    }

    @Test func `the totals of credits and debits are compared with the lines`() throws {
        let text = file("03,44,,100,90,1,/\n16,301,100,,B,C,X/", total: "190", records: 3)
        let read = try StatementTranscript(text, .bai2)
        #expect(read.faults == [.controlFailed])
    }

    @Test func `balances that do not foot quarantine`() throws {
        let text = file("03,44,,010,5,,,015,6,,/\n16,301,100,,B,C,X/", total: "111", records: 3)
        let read = try StatementTranscript(text, .bai2)
        #expect(read.faults == [.footingFailed])
        #expect(read.verdict == .quarantined)
    }

    @Test func `a blank control total is no control`() throws {
        let read = try StatementTranscript(
            file("03,44,,,,,/", total: "", records: 2),
            .bai2
        )
        #expect(read.faults == [])
        #expect(read.notes.contains(.nothingToCheck))
    }

    @Test(arguments: ["2", "3", "4"])
    func `deletions, corrections and tests wait for a person`(_ status: String) throws {
        let text = file("03,44,,,,,/", total: "0", records: 2, status: status)
        let read = try StatementTranscript(text, .bai2)
        #expect(read.faults == [.declaredUpdate])
    }

    @Test func `a file without its end is rejected`() throws {
        let read = try StatementTranscript(
            "01,S,R,260302,0600,7,,,2/\n02,R,S,1,260301,,,2/\n03,44,,,,,/\n16,301,5,,,,X/",
            .bai2
        )
        #expect(read.faults.contains(.truncated))
        #expect(read.verdict == .rejected)
        #expect(read.amounts == [5])
    }
}
