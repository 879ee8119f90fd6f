import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct MappedImportTests {
    private static func mapping(_ trailer: String = "") throws -> ImportMapping {
        try ImportMapping(
            yaml: """
                kind: collection
                source: kreis
                encoding: windows-1252
                separator: semicolon
                header: no
                columns: 6
                fields:
                  docket: { position: 2 }
                  number: { position: 1 }
                  amount: { position: 3, decimal: comma, grouping: point }
                  date: { position: 4, format: D.M.YYYY }
                  method: { position: 5, values: { CK: check, CA: cash } }
                  payer_reference: { value: window }
                  memo: { position: 6 }
                \(trailer)
                """,
            file: "kreis.yaml"
        )
    }

    private static let totals = "trailer: { begins: TOTAL, count: 2, sum: 3 }"

    private static func file(_ mapping: ImportMapping) -> ImportFile {
        ImportFile(source: mapping.source, name: "april.csv", mapping: mapping)
    }

    /// A text as windows-1252.
    private static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0 == "\u{20AC}" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) }
    }

    @Test func `a file is read as its mapping says`() async throws {
        let room = try await ImportRoom.open()
        let done = try await room.take(
            Self.bytes(
                "R1;D-0;100,50;1.4.2024;CK;Stra\u{DF}e \u{20AC}\nR2;D-1; 1,00 ;12.04.2024;CA;\n"
            ),
            Self.file(try Self.mapping())
        )
        #expect(done.progress.recorded == 2 && done.rejects.isEmpty)
        #expect(done.progress.fileSum == Money(cents: 10_150))
        let rows = try await room.court.test.query(
            """
            SELECT concat_ws(' ', c.number, c.amount_cents, c.method, c.payer_reference,
                e.effective_on, e.memo)
            FROM ledger.receipt AS c JOIN ledger.journal_entry AS e ON e.id = c.entry_id
            WHERE c.jurisdiction_id = (SELECT ledger.bound_jurisdiction()) ORDER BY c.number
            """
        )
        #expect(
            try rows.map { try $0.decode(String.self, at: 0) } == [
                "R1 10050 check window 2024-04-01 Stra\u{DF}e \u{20AC}",
                "R2 100 cash window 2024-04-12",
            ]
        )
    }

    @Test func `rejected lines come back as the file is written, and can be imported again`()
        async throws
    {
        let room = try await ImportRoom.open()
        let text =
            "R1;D-0;1.00;1.4.2024;CK;\nR2;D-0;1,00;2024-04-01;CK;\n"
            + "R3;D-0;1,00;1.4.2024;XX;\nR4;D-0;1,00;1.4.2024;CK;\nR5;D-0;1,00\n"
            + "R6;D-0;1,00;1.4.2024;CK;gr\u{FC}n;\nTOTAL;6;4,00\n"
        let mapping = try Self.mapping()
        let first = try await room.take(Self.bytes(text), Self.file(mapping))
        #expect(first.progress.recorded == 1 && first.progress.rejected == 6)
        let lines = String(decoding: first.rejects, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 6)
        for (place, reason) in [
            ("line 1, column 8", "LG110"), ("line 2, column 13", "is not written D.M.YYYY"),
            ("line 3, column 22", "XX\"\" has no value in kreis.yaml:12"),
            ("line 5, column 8", "only 3 fields where the header has 6"),
        ] {
            #expect(lines.contains { $0.contains(place) && $0.contains(reason) }, "\(lines)")
        }
        let corrected = String(decoding: first.rejects, as: UTF8.self)
            .replacing("R1;D-0;1.00", with: "R1;D-0;1,00")
        let again = try await room.take(Array(corrected.utf8), Self.file(mapping))
        #expect(again.progress.recorded == 1)
        let third = try await room.take(again.rejects, Self.file(mapping))
        #expect(third.progress.recorded == 0 && third.progress.rejected == again.progress.rejected)
    }

    @Test func `a trailer that does not agree stops everything and says both figures`()
        async throws
    {
        let room = try await ImportRoom.open()
        let mapping = try Self.mapping(Self.totals)
        let lines = "R1;D-0;1,00;1.4.2024;CK;\nR2;D-1;2,50;1.4.2024;CK;\n"
        let entries = try await room.court.entries()
        for (trailer, code, detail) in [
            (
                "TOTAL;3;3,50\n", LedgerRefusal.Code.controlCountDiffers,
                "says 3 lines, the file has 2"
            ),
            ("TOTAL;2;3,51\n", .controlSumDiffers, "says 3.51, the file has 3.50"),
            ("", .controlMissing, "after 2 lines"),
        ] {
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await room.take(Self.bytes(lines + trailer), Self.file(mapping))
            }
            #expect(refusal?.code == code)
            #expect(refusal?.detail.contains(detail) == true, "\(String(describing: refusal))")
        }
        for trailer in [
            "TOTAL;2;3,50\nR3;D-0;1,00;1.4.2024;CK;\n", "TOTAL;two;3,50\n", "TOTAL;2\n",
        ] {
            await #expect(throws: ImportFault.self) {
                try await room.take(Self.bytes(lines + trailer), Self.file(mapping))
            }
        }
        #expect(try await room.court.entries() == entries)
        let done = try await room.take(Self.bytes(lines + "TOTAL;2;3,50"), Self.file(mapping))
        #expect(done.progress.recorded == 2 && done.progress.rejected == 0)
    }

    @Test func `a mapped import killed in the middle completes when it runs again`() async throws {
        let room = try await ImportRoom.open()
        let mapping = try Self.mapping(Self.totals)
        let lines = (1...100).map { "R\($0);D-\($0 % 4);1,25;1.4.2024;CK;\n" }
        let bytes = Self.bytes(lines.joined() + "TOTAL;100;125,00\n")
        await #expect(throws: ImportRoom.Killed.self) {
            try await room.take(bytes, Self.file(mapping), dyingInPass: 2, afterPieces: 20)
        }
        let again = try await room.take(bytes, Self.file(mapping))
        #expect(again.progress.recorded + again.progress.replayed == 100)
        #expect(again.progress.replayed > 0)
        let imports = try await room.clerk.imports()
        #expect(imports.count == 1)
        #expect(imports.first?.entries == 100 && imports.first?.lines == 100)
        #expect(imports.first?.fileName == "april.csv")
        #expect(imports.first?.sum == Money(cents: 12_500))
    }

    @Test func `a header must be the one that the mapping knows`() async throws {
        let room = try await ImportRoom.open()
        let mapping = try ImportMapping(
            yaml: """
                kind: collection
                source: court
                fields:
                  docket: { column: Case }
                  amount: { column: Paid, unit: cents }
                  date: { column: Day }
                ignore: [Clerk]
                """,
            file: "court.yaml"
        )
        let file = ImportFile(source: "court", mapping: mapping)
        let fault = await #expect(throws: ImportFault.self) {
            try await room.take("Case,Paid,Date,Clerk,Desk\nD-0,100,2024-04-01,x,1\n", file)
        }
        #expect(
            fault?.findings == [
                "line 1, column 11: the column \"Date\" is not known",
                "line 1, column 22: the column \"Desk\" is not known",
                "line 1, column 1: the column \"Day\" is missing",
            ]
        )
        let done = try await room.take("Case,Day,Paid,Clerk\nD-0,2024-04-01,1999,x\n", file)
        #expect(done.progress.fileSum == Money(cents: 1_999) && done.progress.recorded == 1)
        // Whether the third or the fourth is meant, no file says by itself.
        let unclear = try await room.take("Case,Day,Paid\nD-0,03/04/2024,1\n", file)
        #expect(String(decoding: unclear.rejects, as: UTF8.self).contains("LG109"))
    }
}
