import LedgerModel
import LedgerStatements
import Testing

struct CamtReaderTests {
    private func message(
        _ entries: String,
        closing: String,
        summary: String = "",
        root: String = "BkToCstmrStmt",
        element: String = "Stmt"
    ) -> String {
        "<Document><\(root)><\(element)><Id>S</Id>"
            + "<Acct><Id><IBAN>DE44</IBAN></Id><Ccy>EUR</Ccy></Acct>"
            + balance("PRCD", "100") + balance("CLBD", closing) + summary + entries
            + "</\(element)></\(root)></Document>"
    }

    private func balance(_ code: String, _ amount: String, currency: String = "EUR") -> String {
        "<Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp>"
            + "<Amt Ccy=\"\(currency)\">\(amount)</Amt>"
            + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>"
    }

    private func entry(
        _ amount: String,
        _ sign: String,
        status: String = "<Sts>BOOK</Sts>",
        rest: String = "",
        currency: String = "EUR"
    ) -> String {
        "<Ntry><Amt Ccy=\"\(currency)\">\(amount)</Amt><CdtDbtInd>\(sign)</CdtDbtInd>\(status)"
            + "<BookgDt><DtTm>2026-03-01T23:59:59-11:00</DtTm></BookgDt>\(rest)</Ntry>"
    }

    static let roots = [
        ("BkToCstmrStmt", "Stmt"), ("BkToCstmrAcctRptV01", "Rpt"),
        ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    ]

    @Test(arguments: roots)
    func `every kind and version of message is read`(_ root: String, _ element: String) throws {
        let both =
            entry("000000005.50000", "CRDT", status: "<Sts><Cd>BOOK</Cd></Sts>")
            + entry("2", "DBIT")
        let text = message(both, closing: "103.5", root: root, element: element)
        let read = try StatementTranscript(text, .camt)
        #expect(read.faults == [])
        #expect(read.amounts == [550, -200])
        #expect(read.lines[0].bookedOn?.description == "2026-03-01")
        let prefixed = text.replacing("</", with: "</n:").replacing("<", with: "<n:")
            .replacing("<n:/n:", with: "</n:")
        #expect(
            try StatementTranscript(prefixed, .camt).file
                == StatementTranscript(prefixed, .camt).file
        )
        #expect(try StatementTranscript(prefixed, .camt).amounts == [550, -200])
    }

    @Test func `the entry is the line, whatever its details say`() throws {
        let details =
            "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>"
            + "<TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><Amt Ccy=\"EUR\">5</Amt></TxDtls>"
            + "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId><ChqNb>9</ChqNb></Refs>"
            + "<Amt Ccy=\"EUR\">0</Amt><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"
            + "</TxDtls></NtryDtls>"
        let text = message(entry("6", "CRDT", rest: details), closing: "106")
        let read = try StatementTranscript(text, .camt)
        #expect(read.faults == [])
        #expect(read.notes == [.detailsDiffer])
        #expect(read.amounts == [600])
        #expect(read.lines[0].references == [.init(.endToEnd, "E1"), .init(.check, "9")])
        #expect(read.lines[0].notices.map(\.reasonCode) == ["AC04"])
    }

    @Test func `only booked entries count`() throws {
        let entries =
            entry("1", "CRDT") + entry("7", "CRDT", status: "<Sts>PDNG</Sts>")
            + entry("9", "DBIT", status: "<Sts><Cd>INFO</Cd></Sts>")
        let read = try StatementTranscript(message(entries, closing: "101"), .camt)
        #expect(read.faults == [])
        #expect(read.file.controls.creditsMinor == 100)
        #expect(read.lines.map(\.status) == [.booked, .pending, .information])
    }

    @Test func `a reversal is as stated unless the source says otherwise`() throws {
        let reversal = entry("5", "CRDT", rest: "<RvslInd>true</RvslInd>")
        let stated = message(reversal, closing: "105")
        #expect(try StatementTranscript(stated, .camt).faults == [])
        let turned = message(reversal, closing: "95")
        let read = try StatementTranscript(turned, .camt)
        #expect(read.faults == [.footingFailed])
        #expect(read.file.allFindings[0].detail.contains("are turned"))
        var options = StatementOptions()
        options.turnsReversals = true
        #expect(try StatementTranscript(turned, .camt, options).faults == [])
    }

    static let summaries: [(String, [StatementFinding.Code])] = [
        ("<TtlNtries><NbOfNtries>2</NbOfNtries><Sum>7.00</Sum></TtlNtries>", []),
        ("<TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries>", [.controlFailed]),
        ("<TtlNtries><Sum>7.01</Sum></TtlNtries>", [.controlFailed]),
        ("<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>5</Sum></TtlCdtNtries>", []),
        ("<TtlCdtNtries><Sum>6</Sum></TtlCdtNtries>", [.controlFailed]),
        ("<TtlDbtNtries><NbOfNtries>2</NbOfNtries></TtlDbtNtries>", [.controlFailed]),
        ("<TtlDbtNtries><Sum>x</Sum></TtlDbtNtries>", [.recordInvalid]),
    ]

    @Test(arguments: summaries)
    func `the summary is compared with the entries`(
        _ summary: String,
        _ faults: [StatementFinding.Code]
    ) throws {
        let entries = entry("5", "CRDT") + entry("2", "DBIT")
        let summary = "<TxsSummry>\(summary)</TxsSummry>"
        let read = try StatementTranscript(
            message(entries, closing: "103", summary: summary),
            .camt
        )
        #expect(read.faults == faults)
    }

    @Test func `statements of one account follow each other in number and balance`() throws {
        func two(_ number: String, opening: String) -> String {
            let first = message("", closing: "100")
            let second = first.replacing(balance("PRCD", "100"), with: balance("PRCD", opening))
                .replacing(balance("CLBD", "100"), with: balance("CLBD", opening))
            let body = second.replacing("<Document><BkToCstmrStmt>", with: "")
            return (first.replacing("</BkToCstmrStmt></Document>", with: "") + body)
                .replacing(
                    "S</Id><Acct>",
                    with: "S</Id><ElctrncSeqNb>7</ElctrncSeqNb><Acct>",
                    maxReplacements: 1
                )
                .replacing(
                    "S</Id><Acct>",
                    with: "S</Id><ElctrncSeqNb>\(number)</ElctrncSeqNb><Acct>"
                )
        }
        #expect(try StatementTranscript(two("8", opening: "100"), .camt).faults == [])
        #expect(try StatementTranscript(two("9", opening: "100"), .camt).faults == [.chainBroken])
        #expect(try StatementTranscript(two("8", opening: "99"), .camt).faults == [.chainBroken])
    }

    @Test func `details that a batch counts are counted`() throws {
        let details =
            "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs><TtlAmt Ccy=\"EUR\">2</TtlAmt></Btch>"
            + "<TxDtls/></NtryDtls>"
        let read = try StatementTranscript(
            message(entry("1", "CRDT", rest: details), closing: "101"),
            .camt
        )
        #expect(read.faults == [.controlFailed, .detailsDiffer])
    }

    static let faults: [(String, StatementFinding.Code)] = [
        ("<Ntry><Amt Ccy=\"EUR\">1</Amt></Ntry>", .recordInvalid),
        ("<Ntry><Amt Ccy=\"EUR\">-1</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>", .amountInvalid),
        ("<Ntry><Amt Ccy=\"EUR\">1,5</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>", .amountInvalid),
        ("<Ntry><Amt Ccy=\"EUR\">1.001</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>", .amountTooPrecise),
        ("<Ntry><Amt Ccy=\"EUR\">1</Ntry>", .markupInvalid), ("<Ntry>", .markupInvalid),
    ]

    @Test(arguments: faults)
    func `an entry that cannot be read rejects`(
        _ entry: String,
        _ code: StatementFinding.Code
    ) throws {
        let read = try StatementTranscript(message(entry, closing: "100"), .camt)
        #expect(read.faults.contains(code), "\(read.faults)")
        #expect(read.verdict == .rejected)
        #expect(read.amounts == [])
    }

    @Test func `entries and balances in other currencies are told, not mixed in`() throws {
        let foreign = entry("1", "CRDT") + entry("5", "CRDT", currency: "CHF")
        let read = try StatementTranscript(message(foreign, closing: "101"), .camt)
        #expect(read.faults == [.foreignCurrency])
        let balances = message("", closing: "100").replacing(
            balance("CLBD", "100"),
            with: balance("CLBD", "100", currency: "SEK")
        )
        #expect(try StatementTranscript(balances, .camt).faults == [.footingFailed])
    }

    @Test func `nothing outside the file is looked up and nothing in it is unfolded`() throws {
        let text =
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + message("", closing: "100")
        let read = try StatementTranscript(text, .camt)
        #expect(read.faults == [.markupInvalid])
        let reference = message("", closing: "100").replacing("<Id>S<", with: "<Id>&e;<")
        let kept = try StatementTranscript(reference, .camt)
        #expect(kept.file.statements[0].header.identity == "&e;")
    }

    @Test func `depth and length have bounds`() throws {
        let deep = try StatementTranscript(String(repeating: "<a>", count: 100), .camt)
        #expect(deep.faults == [.nestingTooDeep])
        let long = String(repeating: "x", count: 70_000)
        let text = message("", closing: "100").replacing("<Id>S<", with: "<Id>\(long)<")
        #expect(try StatementTranscript(text, .camt).faults == [.textTooLong])
    }
}
