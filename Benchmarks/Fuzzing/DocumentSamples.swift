package import LedgerStatements

/// A camt.053 message with one statement.
package struct CamtSample: SampleFile {
    package static let format = StatementFormat.camt
    private let lineCount: Int

    package init(lineCount: Int) { self.lineCount = lineCount }

    package mutating func head() -> String {
        let credits = (lineCount + 1) / 2
        let debits = lineCount / 2
        var sums: (credits: Int64, debits: Int64) = (0, 0)
        for number in 0..<lineCount {
            let amount = SampleAmount.magnitude(number)
            if SampleAmount.isCredit(number) {
                sums.credits += amount
            } else {
                sums.debits += amount
            }
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
            <BkToCstmrStmt><GrpHdr><MsgId>M-60</MsgId><MsgPgntn><PgNb>1</PgNb>\
            <LastPgInd>true</LastPgInd></MsgPgntn></GrpHdr>
            <Stmt><Id>S-60</Id><ElctrncSeqNb>60</ElctrncSeqNb>
            <Acct><Id><Othr><Id>4451220</Id></Othr></Id><Ccy>USD</Ccy></Acct>
            \(balance("OPBD", SampleAmount.opening, "2026-02-28"))
            \(balance("CLBD", SampleAmount.closing(after: lineCount), "2026-03-01"))
            <TxsSummry><TtlNtries><NbOfNtries>\(lineCount)</NbOfNtries></TtlNtries>
            <TtlCdtNtries><NbOfNtries>\(credits)</NbOfNtries>\
            <Sum>\(SampleAmount.decimal(sums.credits))</Sum></TtlCdtNtries>
            <TtlDbtNtries><NbOfNtries>\(debits)</NbOfNtries>\
            <Sum>\(SampleAmount.decimal(sums.debits))</Sum></TtlDbtNtries></TxsSummry>

            """
    }

    package mutating func line(_ number: Int) -> String {
        let amount = SampleAmount.decimal(SampleAmount.magnitude(number))
        return """
            <Ntry><Amt Ccy="USD">\(amount)</Amt>\
            <CdtDbtInd>\(SampleAmount.isCredit(number) ? "CRDT" : "DBIT")</CdtDbtInd>
            <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-01</Dt></BookgDt>
            <ValDt><DtTm>2026-03-01T00:00:00Z</DtTm></ValDt><AcctSvcrRef>BR\(number)</AcctSvcrRef>
            <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>\
            </Domn></BkTxCd>
            <NtryDtls><Btch><NbOfTxs>1</NbOfTxs></Btch><TxDtls><Refs>\
            <EndToEndId>R-\(number)</EndToEndId></Refs><Amt Ccy="USD">\(amount)</Amt>
            <RmtInf><Ustrd>CASE CR-26-\(number) &amp; FINE</Ustrd></RmtInf></TxDtls></NtryDtls>
            </Ntry>

            """
    }

    package mutating func tail() -> String { "</Stmt></BkToCstmrStmt></Document>\n" }

    private func balance(_ code: String, _ cents: Int64, _ day: String) -> String {
        """
        <Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp>\
        <Amt Ccy="USD">\(SampleAmount.decimal(cents))</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
        <Dt><Dt>\(day)</Dt></Dt></Bal>
        """
    }
}

/// An OFX file of version 1: SGML whose values lack closing tags.
package struct OFXSample: SampleFile {
    package static let format = StatementFormat.ofx
    private let lineCount: Int

    package init(lineCount: Int) { self.lineCount = lineCount }

    package mutating func head() -> String {
        """
        OFXHEADER:100
        DATA:OFXSGML
        VERSION:102

        <OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>
        <FI><ORG>REDRESS BANK</FI></SONRS></SIGNONMSGSRSV1>
        <BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
        <BANKACCTFROM><BANKID>121000358<ACCTID>4451220<ACCTTYPE>CHECKING</BANKACCTFROM>
        <BANKTRANLIST><DTSTART>20260301<DTEND>20260301

        """
    }

    package mutating func line(_ number: Int) -> String {
        """
        <STMTTRN><TRNTYPE>\(SampleAmount.isCredit(number) ? "CREDIT" : "DEBIT")
        <DTPOSTED>20260301120000[-5:EST]<TRNAMT>\(SampleAmount.decimal(SampleAmount.signed(number)))
        <FITID>F\(number)<CHECKNUM>\(number)<NAME>PAYER &amp; CO<MEMO>RECEIPT R-\(number)</STMTTRN>

        """
    }

    package mutating func tail() -> String {
        let closing = SampleAmount.decimal(SampleAmount.closing(after: lineCount))
        return """
            </BANKTRANLIST><LEDGERBAL><BALAMT>\(closing)<DTASOF>20260301</LEDGERBAL>
            </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>

            """
    }
}

/// A bank's CSV file with semicolons, decimal commas and a running balance.
package struct CSVSample: SampleFile {
    package static let format = StatementFormat.csv
    package static var options: StatementOptions {
        var mapping = CSVMapping(
            account: .column("Account"),
            currency: .column("CCY"),
            amount: .split(credit: "Credit", debit: "Debit"),
            bookedOn: "Booked"
        )
        mapping.separator = UInt8(ascii: ";")
        mapping.decimalMark = UInt8(ascii: ",")
        mapping.groupMark = UInt8(ascii: ".")
        mapping.dateOrder = .dayMonthYear
        mapping.balance = "Balance"
        mapping.texts = ["Details"]
        mapping.references = [("Ref", .bank)]
        var options = StatementOptions()
        options.csv = mapping
        return options
    }

    private var balance = SampleAmount.opening

    package init(lineCount: Int) {}

    package mutating func head() -> String {
        "Account;Booked;Details;Credit;Debit;CCY;Balance;Ref\n"
    }

    package mutating func line(_ number: Int) -> String {
        let amount = SampleAmount.decimal(SampleAmount.magnitude(number), mark: ",")
        let isCredit = SampleAmount.isCredit(number)
        balance += SampleAmount.signed(number)
        let columns = isCredit ? "\(amount);" : ";\(amount)"
        let left = SampleAmount.decimal(balance, mark: ",")
        let details = "\"Receipt \"\"R-\(number)\"\"; fine\""
        return "4451220;01.03.2026;\(details);\(columns);USD;\(left);B\(number)\n"
    }

    package mutating func tail() -> String { "" }
}

/// A court's remittance: amounts unsigned, reversals marked, a trailer with count and sum.
package struct RemittanceSample: SampleFile {
    package static let format = StatementFormat.csv
    package static var options: StatementOptions {
        var options = StatementOptions()
        options.csv = .courtRemittance(account: "CLERK-14")
        return options
    }

    private var count = 0
    private var net: Int64 = 0

    package init(lineCount: Int) {}

    package mutating func head() -> String {
        "receipt_number,case_number,payer,tender,amount,reversal,original_receipt,receipt_date,"
            + "deposit_date,deposit_ticket\n"
    }

    package mutating func line(_ number: Int) -> String {
        count += 1
        net += SampleAmount.signed(number)
        let amount = SampleAmount.decimal(SampleAmount.magnitude(number))
        let isCredit = SampleAmount.isCredit(number)
        let original = isCredit ? "" : "R-\(number - 1)"
        return "R-\(number),CR-26-\(number),Payer,CHECK,\(amount),\(isCredit ? "N" : "Y"),"
            + "\(original),2026-03-01,2026-03-02,T\(number / 20)\n"
    }

    package mutating func tail() -> String {
        "TRAILER,\(count),\(SampleAmount.decimal(net))\n"
    }
}
