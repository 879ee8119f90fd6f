import LedgerModel
import LedgerStatements
import Testing

struct CSVStatementReaderTests {
    private func mapping(_ change: (inout CSVMapping) -> Void = { _ in }) -> StatementOptions {
        var mapping = CSVMapping(
            account: .fixed("44"),
            currency: .fixed("USD"),
            amount: .signed("Amount"),
            bookedOn: "Day"
        )
        mapping.references = [("Ref", .bank)]
        change(&mapping)
        var options = StatementOptions()
        options.csv = mapping
        return options
    }

    @Test func `a CSV or QIF file cannot be read without a declaration`() {
        #expect(throws: StatementFormatError.mappingMissing(.csv)) {
            try StatementFormat.csv.reader()
        }
        #expect(throws: StatementFormatError.mappingMissing(.qif)) {
            try StatementFormat.qif.reader()
        }
    }

    static let days: [(String, DateOrder?, String?)] = [
        ("2026-03-04", nil, "2026-03-04"), ("20260304", nil, "2026-03-04"),
        ("2026-03-04T23:00:00Z", nil, "2026-03-04"), ("3/4/2026", nil, nil),
        ("3/4/2026", .monthDayYear, "2026-03-04"), ("3/4/2026", .dayMonthYear, "2026-04-03"),
        ("04.03.26", .dayMonthYear, "2026-03-04"), ("13/4/2026", .monthDayYear, nil),
        ("2026-03-04", .dayMonthYear, nil), ("30/2/2026", .dayMonthYear, nil), ("", nil, nil),
    ]

    @Test(arguments: days)
    func `days are read in the declared order or not at all`(
        _ day: String,
        _ order: DateOrder?,
        _ wanted: String?
    ) throws {
        let options = mapping { $0.dateOrder = order }
        let read = try StatementTranscript("Day,Amount,Ref\n\(day),1.00,B\n", .csv, options)
        #expect(read.lines.first?.bookedOn?.description == wanted)
        #expect((read.verdict == .rejected) == (wanted == nil))
        if wanted == nil, order == nil, !day.isEmpty { #expect(read.faults == [.dateAmbiguous]) }
    }

    static let amounts: [(String, String, String?, Int64?)] = [
        ("1234.5", ".", nil, 123_450), ("-.50", ".", nil, -50), ("+7", ".", nil, 700),
        ("1.234,50", ",", ".", 123_450), ("1,234.50", ".", ",", 123_450),
        ("1,23.50", ".", ",", nil), ("12,34,567", ".", ",", nil), ("1.234,50", ".", nil, nil),
        ("$120", ".", nil, nil), ("12..34", ".", nil, nil), ("1e3", ".", nil, nil),
        ("0.001", ".", nil, nil), ("92233720368547758.07", ".", nil, .max),
        ("92233720368547758.08", ".", nil, nil), ("-92233720368547758.08", ".", nil, .min),
        ("", ".", nil, nil), ("(5)", ".", nil, nil),
    ]

    @Test(arguments: amounts)
    func `amounts are read with the declared marks or not at all`(
        _ amount: String,
        _ mark: String,
        _ group: String?,
        _ wanted: Int64?
    ) throws {
        let options = mapping {
            $0.separator = UInt8(ascii: ";")
            $0.decimalMark = mark.utf8.first ?? 0
            $0.groupMark = group?.utf8.first
        }
        let read = try StatementTranscript(
            "Day;Amount;Ref\n2026-03-04;\(amount);B\n",
            .csv,
            options
        )
        #expect(read.lines.first?.amountMinor == wanted)
        if wanted == nil { #expect(read.verdict == .rejected) }
    }

    static let balances: [(Bool, [String], [StatementFinding.Code])] = [
        (false, ["1,11", "2,13", "3,16"], []), (false, ["1,11", "2,14", "3,17"], [.controlFailed]),
        (false, ["1,11", "2,", "3,16"], []), (false, ["1,", "2,13", "3,17"], [.controlFailed]),
        (true, ["3,16", "2,13", "1,11"], []),
        (true, ["3,16", "2,14", "1,11"], [.controlFailed, .controlFailed]),
        (true, ["3,", "2,13", "1,"], []),
    ]

    @Test(arguments: balances)
    func `a running balance holds from line to line, in either order`(
        _ isNewestFirst: Bool,
        _ rows: [String],
        _ faults: [StatementFinding.Code]
    ) throws {
        let options = mapping {
            $0.balance = "Balance"
            $0.isNewestFirst = isNewestFirst
            $0.references = []
        }
        let text = rows.map { "2026-03-04,\($0)\n" }.joined()
        let read = try StatementTranscript("Day,Amount,Balance\n" + text, .csv, options)
        #expect(read.faults.filter { $0 == .controlFailed } == faults)
        guard faults.isEmpty else { return }
        #expect(read.verdict == .accepted)
        #expect(read.file.statements[0].header.opening?.amountMinor == 1000)
        #expect(read.file.statements[0].header.closing?.amountMinor == 1600)
    }

    @Test func `a balance that a person declares must be reached`() throws {
        let options = mapping {
            $0.declaredOpening = 100
            $0.declaredClosing = 300
        }
        let head = "Day,Amount,Ref\n2026-03-04,1,B\n"
        #expect(try StatementTranscript(head, .csv, options).faults == [.footingFailed])
        #expect(try StatementTranscript(head + "2026-03-05,1,C\n", .csv, options).faults == [])
    }

    static let remittances: [(String, [StatementFinding.Code])] = [
        ("TRAILER,2,15.00", []), ("TRAILER,3,15.00", [.controlFailed]),
        ("TRAILER,2,25.00", [.controlFailed]), ("", [.truncated]),
        ("TRAILER,2", [.recordInvalid]),
        ("TRAILER,2,15.00\nR4,C,P,CASH,1,N,,2026-03-01,,T", [.recordOutOfPlace]),
    ]

    @Test(arguments: remittances)
    func `a court's remittance is held to its trailer`(
        _ trailer: String,
        _ faults: [StatementFinding.Code]
    ) throws {
        let text = """
            receipt_number,case_number,payer,tender,amount,reversal,original_receipt,\
            receipt_date,deposit_date,deposit_ticket
            R1,C1,P,CASH,25.00,N,,2026-03-01,2026-03-02,T7
            R2,C1,P,CASH,10.00,Y,R0,2026-03-01,,T7
            \(trailer)
            """
        var options = StatementOptions()
        options.csv = .courtRemittance(account: "CLERK")
        let read = try StatementTranscript(text, .csv, options)
        #expect(read.faults == faults)
        #expect(read.amounts == [2500, -1000])
        let wanted: [StatementReference] = [
            .init(.receipt, "R2"), .init(.docket, "C1"), .init(.ticket, "T7"),
            .init(.receipt, "R0"),
        ]
        #expect(read.lines[1].references == wanted)
    }

    @Test func `the Treasury's deposits and grantees' drawdowns have mappings`() throws {
        var options = StatementOptions()
        options.csv = .treasuryDeposits(account: "15000001")
        let deposits = """
            Voucher Number,Deposit Ticket Number,Voucher Date,Voucher Type,Credit Indicator,\
            Amount,Description,Treasury RTN
            301245,T7,03/04/2026,SF215,1,"1,234.50",FINES,9
            301246,T7,03/05/2026,SF5515,0,34.50,RETURNED CHECK,9
            """
        #expect(try StatementTranscript(deposits, .csv, options).amounts == [123_450, -3450])
        options.csv = .grantDrawdowns(account: "ASAP")
        let drawdowns = """
            award_number,drawdown_number,grantee,settlement_date,amount,payment_trace
            2026-VA-1,DD-1,SHELTER,2026-03-04,500.00,091000017611242
            TRAILER,1,500.00
            """
        let read = try StatementTranscript(drawdowns, .csv, options)
        #expect(read.faults == [])
        #expect(read.amounts == [-50_000])
        #expect(read.lines[0].reference(.drawdown) == "DD-1")
    }

    @Test func `columns are found by name, and one that is missing stops the reading`() throws {
        let read = try StatementTranscript(
            "Ref,more,AMOUNT, day \nB,x,1,2026-03-04\n",
            .csv,
            mapping()
        )
        #expect(read.amounts == [100])
        let missing = try StatementTranscript("Day,Ref\n2026-03-04,B\n", .csv, mapping())
        #expect(missing.faults == [.mappingUnfit])
        let twice = try StatementTranscript("Day,Amount,Amount,Ref\n", .csv, mapping())
        #expect(twice.faults == [.mappingUnfit])
    }

    @Test func `text that is not UTF-8 is kept and told`() throws {
        let bytes = "Day,Amount,Ref\n2026-03-04,1,caf?\n".utf8.map {
            $0 == UInt8(ascii: "?") ? 0xE9 : $0
        }
        let read = try StatementTranscript(bytes, .csv, mapping())
        #expect(read.lines.first?.reference(.bank) == "caf\u{E9}")
        #expect(read.lines.first?.byteRange == 15..<bytes.count)
        #expect(read.verdict == .accepted)
    }

    @Test func `accounts in a column are statements of their own`() throws {
        let options = mapping { $0.account = .column("Ref") }
        let text = "Day,Amount,Ref\n2026-03-04,1,A\n2026-03-04,2,A\n2026-03-04,3,B\n"
        let read = try StatementTranscript(text, .csv, options)
        #expect(read.file.statements.map(\.header.account) == ["A", "B"])
        #expect(read.file.statements.map(\.controls.creditsMinor) == [300, 300])
    }
}
