import LedgerModel
import LedgerOperations
import LedgerStatements
import LedgerStore
import LedgerTestSupport
import PostgresClient
import StatementFuzzing
import Testing

@Suite struct ImportStatementsTests {
    private func refusal(
        _ body: () async throws -> Void
    ) async -> LedgerRefusal? {
        await #expect(throws: LedgerRefusal.self) { try await body() }
    }

    private static let declarations = [
        "csv": """
        source: bank
        format: csv
        separator: semicolon
        decimal: comma
        grouping: point
        dates: DMY
        account: { column: Account }
        currency: { column: CCY }
        booked: Booked
        amount: { credit: Credit, debit: Debit }
        balance: Balance
        texts: [Details]
        references: { Ref: bank }
        """,
        "qif": "source: list\nformat: qif\ncurrency: USD\ndates: MDY\n",
    ]

    @Test(arguments: ["bai2", "mt940", "mt942", "nacha", "ofx", "camt", "csv", "qif"])
    func `every format comes in with its lines and references, once`(
        _ name: String
    ) async throws {
        let room = try await StatementRoom.open()
        let sample = try #require(StatementFuzzer.samples.first { $0.name == name }?.type)
        let bytes = sample.bytes(lineCount: 5)
        var reader = try sample.format.reader(sample.options)
        let header = try #require(reader.file(bytes).statements.first?.header)
        try await room.add("other", number: header.account, currency: header.currency)
        var command = ImportStatements(account: "other")
        if let text = Self.declarations[name] {
            let declared = try await room.first.declareStatementSource(yaml: text, file: "x.yaml")
            command.source = declared.name
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let file = try await room.take(text, command)
        #expect(file.verdict == "accepted" && file.lines == 5 && !file.isReplay)
        #expect(file.findings.allSatisfy { $0.severity == "note" })
        let number = try #require(try await room.first.statements().first?.number)
        let shown = try await room.first.statement(number)
        #expect(shown.lines.map(\.amount) == (0..<5).map(SampleAmount.signed))
        #expect(shown.lines.map(\.ordinal) == [1, 2, 3, 4, 5])
        #expect(shown.statement.isInterim == (name == "mt942"))
        #expect(shown.lines.contains { $0.returns.hasPrefix("returned R") } == (name == "nacha"))
        let again = try await room.take(text, command)
        #expect(again.isReplay && again.number == file.number)
        #expect(try await room.first.statements().count == 1)
        #expect(try await room.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `equal lines of one statement stay apart`() async throws {
        let room = try await StatementRoom.open()
        try await room.take(StatementRoom.mt940("1/1", day: "250602", [2_500, 2_500, 2_500]))
        #expect(try await room.standing() == ["1/1 accepted 3"])
    }

    @Test func `a corrected statement supersedes the one of its name`() async throws {
        let room = try await StatementRoom.open()
        try await room.take(StatementRoom.mt940("1/1", day: "250602", [2_500]))
        try await room.take(StatementRoom.mt940("1/1", day: "250602", [2_500, 100]))
        try await room.take(StatementRoom.mt940("2/1", day: "250603", opening: 12_600, [5]))
        #expect(
            try await room.standing() == [
                "1/1 superseded 1", "1/1 accepted 2", "2/1 accepted 1",
            ]
        )
        let statements = try await room.first.statements()
        #expect(statements[0].supersededBy == statements[1].number)
        #expect(statements[2].gap == 0 && statements[2].daysMissing == 0)
    }

    @Test func `a gap in the chain is shown with its weekdays`() async throws {
        let room = try await StatementRoom.open()
        try await room.take(StatementRoom.mt940("1/1", day: "250602", [2_500]))
        try await room.take(StatementRoom.mt940("5/1", day: "250609", opening: 13_000, [5]))
        let last = try #require(try await room.first.statements().last)
        #expect(last.gap == 500 && last.daysMissing == 4)
    }

    @Test func `what does not add up waits for a second person`() async throws {
        let room = try await StatementRoom.open()
        try await room.take(StatementRoom.mt940("1/1", day: "250602", [2_500]))
        let text = StatementRoom.mt940("1/1", day: "250602", [2_600], off: 1)
        let file = try await room.take(text)
        #expect(file.verdict == "quarantined")
        #expect(file.findings.map(\.code) == ["footingFailed"])
        #expect(try await room.standing() == ["1/1 accepted 1", "1/1 quarantined 1"])
        let number = try #require(try await room.first.statements().last?.number)
        let same = await refusal {
            try await room.first.releaseStatement(number, reason: "confirmed")
        }
        #expect(same?.code == .samePersonTwice)
        let silent = await refusal { try await room.second.releaseStatement(number, reason: "") }
        #expect(silent?.code == .textTooLong)
        let options = CommandOptions(requestKey: "release")
        try await room.second.releaseStatement(number, reason: "the bank confirmed", options)
        #expect(try await room.standing() == ["1/1 superseded 1", "1/1 released 1"])
        let again = try await room.second.releaseStatement(
            number,
            reason: "the bank confirmed",
            options
        )
        #expect(again.isReplay)
        let twice = await refusal {
            try await room.second.releaseStatement(number, reason: "confirmed")
        }
        #expect(twice?.code == .statementNotQuarantined)
        let unknown = await refusal {
            try await room.second.releaseStatement(999_999, reason: "confirmed")
        }
        #expect(unknown?.code == .statementUnknown)
        #expect(try await room.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `days that were told under another name wait, and may take their place`()
        async throws
    {
        let room = try await StatementRoom.open()
        let text = StatementRoom.mt940("1/1", day: "250602", [2_500])
            .replacing(":28C:1/1\n", with: "")
        try await room.take(text)
        try await room.take(text.replacing("STATEMENT", with: "CORRECTED"))
        let statements = try await room.first.statements()
        let last = try #require(statements.last?.number)
        #expect(statements.last?.status == "quarantined")
        let findings = try await room.first.statement(last).findings
        #expect(findings.contains { $0.code == "periodOverlaps" })
        let foreign = await refusal {
            try await room.second.releaseStatement(last, reason: "corrected", instead: last)
        }
        #expect(foreign?.code == .statementUnknown)
        let older = try #require(statements.first?.number)
        try await room.second.releaseStatement(last, reason: "corrected", instead: older)
        #expect(try await room.standing() == [" superseded 1", " released 1"])
    }

    @Test func `of a file that cannot be read only the findings are kept`() async throws {
        let room = try await StatementRoom.open()
        let text = String(decoding: BAI2Sample.bytes(lineCount: 3).dropLast(40), as: UTF8.self)
        let file = try await room.take(text)
        #expect(file.verdict == "rejected" && file.findings.contains { $0.severity == "fault" })
        #expect(try await room.standing() == [])
        #expect(try await room.take(text).isReplay)
        try await room.take(StatementRoom.mt940("1/1", day: "250602", [2_500]))
        #expect(try await room.standing() == ["1/1 accepted 1"])
    }

    @Test func `numbers of payers are masked, tickets are kept`() async throws {
        let room = try await StatementRoom.open()
        let text = "TICKET 4711 ACCT 123456789012 CARD 4111 1111 1111 1111 SSN 123-45-6789"
        try await room.take(StatementRoom.mt940("1/1", day: "250602", [2_500], text: text))
        let number = try #require(try await room.first.statements().first?.number)
        let line = try #require(try await room.first.statement(number).lines.first)
        #expect(line.references.contains("ticket 4711"))
        for secret in ["123456789012", "4111 1111", "6789"] { #expect(!line.text.contains(secret)) }
        let long = String(repeating: "word ", count: 200)
        try await room.take(StatementRoom.mt940("2/1", day: "250603", [1], text: long))
        let last = try #require(try await room.first.statements().last?.number)
        let texts = try await room.first.statement(last).lines.map(\.text.count)
        #expect(texts.allSatisfy { $0 <= 500 })
    }

    @Test func `what an import may not be about is refused by name`() async throws {
        let room = try await StatementRoom.open()
        try await room.add("other", number: "777")
        let text = StatementRoom.mt940("1/1", day: "250602", [2_500])
        let cases: [(LedgerRefusal.Code, String, ImportStatements)] = [
            (.bankAccountUnknown, text, ImportStatements(account: "nowhere")),
            (.accountNumberUnknown, text.replacing("40001234", with: "40001235"), .init()),
            (.bankAccountDiffers, text, ImportStatements(account: "other")),
            (.bankAccountDiffers, text.replacing("USD", with: "EUR"), .init()),
            (.statementSourceUnknown, text, ImportStatements(source: "nowhere")),
            (.statementFormatUnknown, "a;b\n1;2\n", .init()),
            (.statementFormatUnknown, text, ImportStatements(format: "csv")),
            (.statementFormatUnknown, text, ImportStatements(format: "word")),
        ]
        for (code, text, command) in cases {
            let refused = await refusal { try await room.take(text, command) }
            #expect(refused?.code == code, "\(code) \(String(describing: refused))")
        }
        let mapping = "source: swift\nformat: mt940\n"
        try await room.first.declareStatementSource(yaml: mapping, file: "x.yaml")
        try await room.take(text)
        let other = await refusal {
            try await room.take(text, ImportStatements(source: "swift"))
        }
        #expect(other?.code == .statementFileOfAnotherSource)
        let taken = await refusal { try await room.add("third", number: "0777") }
        #expect(taken?.code == .definitionDiffers)
    }

    @Test func `an ambiguous order of dates is not guessed`() async throws {
        let room = try await StatementRoom.open()
        let mapping = """
            source: bank
            format: csv
            currency: USD
            booked: Day
            amount: { column: Amount }
            """
        try await room.first.declareStatementSource(yaml: mapping, file: "x.yaml")
        let command = ImportStatements(account: "trust", source: "bank")
        let file = try await room.take("Day,Amount\n03/04/2025,1.00\n", command)
        #expect(file.verdict == "rejected")
        #expect(file.findings.contains { $0.code == "dateAmbiguous" })
        let declared = try await room.first.declareStatementSource(
            yaml: mapping + "\ndates: DMY",
            file: "x.yaml"
        )
        #expect(declared.recorded.reference == "2")
        let read = try await room.take("Day,Amount\n03/04/2025,1.00\n", command)
        #expect(read.verdict == "accepted")
        #expect(try await room.first.statements().first?.from?.description == "2025-04-03")
    }

    @Test func `two imports of one file at once bring it once`() async throws {
        let room = try await StatementRoom.open()
        let text = StatementRoom.mt940("1/1", day: "250602", [2_500, -100])
        async let one = room.take(text)
        async let two = room.take(text, as: room.second)
        let files = try await [one, two]
        #expect(files.map(\.isReplay).sorted { !$0 && $1 } == [false, true])
        #expect(try await room.standing() == ["1/1 accepted 2"])
    }

    @Test func `a statement without all of its lines is not kept`() async throws {
        let room = try await StatementRoom.open()
        let rows = try await room.test.query(
            """
            SELECT min(entry_id) FROM ledger.bank_account
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            """
        )
        let account: Int64 = try rows[0].decode(at: 0)
        let statement = DoorCommand.Field.object([
            "bank_account": .number(account), "identity": .text("x"), "currency": .text("USD"),
            "is_interim": .flag(false), "line_count": .number(1), "credit_count": .number(0),
            "credits_minor": .number(0), "debit_count": .number(0), "debits_minor": .number(0),
            "verdict": .text("accepted"),
        ])
        let command = DoorCommand(
            key: "",
            memo: nil,
            statement: [
                "format": .text("mt940"), "file_name": .text("x"), "byte_count": .number(1),
                "file_digest": .text(String(repeating: "00", count: 32)),
                "parser_version": .number(1), "reference_version": .number(1),
                "verdict": .text("accepted"), "controls": .text("{}"), "line_count": .number(1),
                "finding_count": .number(0), "statements": .list([statement]),
                "findings": .list([]),
            ]
        )
        let error = await #expect(throws: PostgresError.self) {
            try await room.first.store.withTransaction { connection in
                _ = try await connection.ask(.recordStatementFiles, [command])
            }
        }
        #expect(error?.refusal?.code == .statementNotWhole)
        #expect(try await room.standing() == [])
    }

    @Test func `a long file is streamed, and a dry run keeps nothing of it`() async throws {
        let room = try await StatementRoom.open()
        var reader = try StatementFormat.bai2.reader()
        let small = reader.file(BAI2Sample.bytes(lineCount: 0))
        try await room.add("other", number: try #require(small.statements.first).header.account)
        let stream = SampleStream(BAI2Sample.self, lineCount: 12_001)
        let input = StatementInput(name: "long.bai", bytes: stream.bytes)
        let tried = try await room.first.importStatements(
            ImportStatements(isDryRun: true),
            input
        )
        #expect(tried.lines == 12_001)
        #expect(try await room.standing() == [])
        let file = try await room.first.importStatements(ImportStatements(), input)
        #expect(file.verdict == "accepted")
        #expect(try await room.standing() == [" accepted 12001"])
        #expect(try await room.test.ledger(as: .auditor).verify().isIntact)
    }
}
