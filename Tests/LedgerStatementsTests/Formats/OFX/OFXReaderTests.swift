import LedgerModel
import LedgerStatements
import Testing

struct OFXReaderTests {
    private func statement(
        _ lines: String,
        currency: String = "USD",
        balance: String = "<LEDGERBAL><BALAMT>7.50<DTASOF>20260301</LEDGERBAL>"
    ) -> String {
        "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>\(currency)"
            + "<BANKACCTFROM><BANKID>1<ACCTID>44</BANKACCTFROM><BANKTRANLIST>\(lines)"
            + "</BANKTRANLIST>\(balance)</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    }

    private func line(_ amount: String, id: String = "F1", rest: String = "") -> String {
        "<STMTTRN><TRNTYPE>X<DTPOSTED>20260301<TRNAMT>\(amount)<FITID>\(id)\(rest)</STMTTRN>"
    }

    static let headers = [
        "", "\n\n\n", "OFXHEADER:100 DATA:OFXSGML VERSION:102 ",
        "OFXHEADER:100\r\nDATA:OFXSGML\r\nENCODING:ODD\r\n",
        "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><!-- <STMTTRN> -->",
    ]

    @Test(arguments: headers)
    func `every header, and none, is followed by the same file`(_ header: String) throws {
        let read = try StatementTranscript(header + statement(line("-1.25")), .ofx)
        #expect(read.faults == [])
        #expect(read.amounts == [-125])
        #expect(read.file.statements[0].header.account == "44")
        #expect(read.file.statements[0].header.closing?.amountMinor == 750)
    }

    @Test func `values with and without closing tags are the same`() throws {
        let text = statement(
            "<STMTTRN><TRNTYPE>X</TRNTYPE><DTPOSTED>20260301235959[-11:X]</DTPOSTED>"
                + "<TRNAMT>1.50</TRNAMT><FITID>F1</FITID><CHECKNUM></CHECKNUM>"
                + "<NAME>A &amp; B &#233; AT&T</MEMO><MEMO><![CDATA[C < D]]></MEMO></STMTTRN>"
        )
        let read = try StatementTranscript(text, .ofx)
        #expect(read.faults == [])
        #expect(read.amounts == [150])
        #expect(read.lines[0].bookedOn?.description == "2026-03-01")
        #expect(read.lines[0].text == "A & B \u{E9} AT&T C < D")
        #expect(read.lines[0].reference(.check) == nil)
    }

    static let faults: [(String, StatementFinding.Code, StatementVerdict)] = [
        ("<STMTTRN><TRNAMT>1<FITID>A</STMTTRN>", .dateMissing, .rejected),
        ("<STMTTRN><DTPOSTED>20260301<FITID>A</STMTTRN>", .amountInvalid, .rejected),
        ("<STMTTRN><DTPOSTED>20260301<TRNAMT>1,000.00</STMTTRN>", .amountInvalid, .rejected),
        ("<STMTTRN><DTPOSTED>20260301<TRNAMT>1.005</STMTTRN>", .amountTooPrecise, .rejected),
        ("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<STMTTRN>", .markupInvalid, .rejected),
        (
            "<STMTTRN><DTPOSTED>20260301<TRNAMT>1<FITID>A<CORRECTFITID>B</STMTTRN>",
            .declaredUpdate, .quarantined
        ),
        (
            "<STMTTRN><DTPOSTED>20260301<TRNAMT>1<CURRENCY><CURSYM>EUR</CURRENCY></STMTTRN>",
            .foreignCurrency, .quarantined
        ),
    ]

    @Test(arguments: faults)
    func `a line that is not sound is reported`(
        _ line: String,
        _ code: StatementFinding.Code,
        _ verdict: StatementVerdict
    ) throws {
        let read = try StatementTranscript(statement(line), .ofx)
        #expect(read.faults.contains(code), "\(read.faults)")
        #expect(read.verdict == verdict)
    }

    @Test func `an identity that comes twice in an account waits for a person`() throws {
        let read = try StatementTranscript(statement(line("1") + line("2")), .ofx)
        #expect(read.faults == [.referenceRepeated])
        #expect(read.amounts == [100, 200])
    }

    @Test func `a file without a currency is not accepted`() throws {
        let read = try StatementTranscript(statement(line("1"), currency: ""), .ofx)
        #expect(read.faults == [.currencyMissing])
        #expect(read.lines[0].currency == "XXX")
    }

    @Test func `a balance may be missing`() throws {
        let read = try StatementTranscript(statement(line("1"), balance: ""), .ofx)
        #expect(read.faults == [])
        #expect(read.file.statements[0].header.closing == nil)
    }

    @Test func `a card statement is a statement`() throws {
        let text = statement(line("1")).replacing("STMTRS", with: "CCSTMTRS")
        #expect(try StatementTranscript(text, .ofx).amounts == [100])
    }
}
