import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct UndoImportTests {
    private static let file = """
        docket,amount,date,number
        D-0,100.00,2024-04-01,R-1
        D-1,33.33,2024-04-01,R-2
        D-1,0.01,2024-04-01,R-3
        D-2,499.99,2024-04-02,R-4

        """

    /// Another person who is a clerk here too.
    private func second(_ room: ImportRoom) async throws -> Ledger {
        try await room.court.test.grant(.clerk, to: .approver)
        return try await room.court.test.ledger(as: .approver)
    }

    private func number(_ room: ImportRoom) async throws -> Int64 {
        try #require(try await room.clerk.imports().first?.number)
    }

    private func proposal(_ room: ImportRoom) async throws -> Int64 {
        try await room.clerk.proposeUndo(ofImport: try await number(room)).entry
    }

    @Test func `undoing brings every debt and every balance back to the cent`() async throws {
        let room = try await ImportRoom.open()
        try await room.court.pay("12.34")
        let before = try await room.state()
        _ = try await room.take(Self.file)
        #expect(try await room.state() != before)
        let second = try await second(room)
        let proposal = try await proposal(room)
        let number = try await number(room)

        let same = await #expect(throws: LedgerRefusal.self) {
            try await room.clerk.undoImport(number, proposal: proposal)
        }
        #expect(same?.code == .samePersonTwice)
        let unknown = await #expect(throws: LedgerRefusal.self) {
            try await second.undoImport(number, proposal: 1)
        }
        #expect(unknown?.code == .proposalUnknown)
        let options = CommandOptions(memo: "wrong month")
        let tried = try await second.undoImport(
            number,
            proposal: proposal,
            CommandOptions(isDryRun: true)
        )
        #expect(tried.takenBack == 4 && tried.recorded.isDryRun)
        #expect(try await room.state() != before)

        let undone = try await second.undoImport(number, proposal: proposal, options)
        #expect(undone.takenBack == 4 && undone.reapplied.isEmpty)
        #expect(try await room.state() == before)
        #expect(try await room.clerk.imports().first?.undone != nil)
        let replay = try await second.undoImport(number, proposal: proposal, options)
        #expect(replay.recorded.isReplay)
        let again = await #expect(throws: LedgerRefusal.self) {
            try await second.undoImport(number, proposal: proposal)
        }
        #expect(again?.code == .proposalAlreadyApproved)
        let proposed = await #expect(throws: LedgerRefusal.self) {
            try await room.clerk.proposeUndo(ofImport: number)
        }
        #expect(proposed?.code == .importUndoneAlready)
        let nothing = await #expect(throws: LedgerRefusal.self) {
            try await room.clerk.proposeUndo(ofImport: 999_999)
        }
        #expect(nothing?.code == .importUnknown)
    }

    @Test func `what was undone can be imported again, once`() async throws {
        let room = try await ImportRoom.open()
        let before = try await room.state()
        let second = try await second(room)
        for _ in 1...2 {
            let done = try await room.take(Self.file)
            #expect(done.progress.recorded == 4)
            #expect(try await room.take(Self.file).progress.replayed == 4)
            let number = try await number(room)
            try await second.undoImport(number, proposal: try await proposal(room))
            #expect(try await room.state() == before)
        }
        let corrected = Self.file.replacing("33.33", with: "33.34")
        #expect(try await room.take(corrected).progress.recorded == 4)
        #expect(try await room.clerk.imports().count == 3)
    }

    @Test func `later receipts go where the payment order now sends them`() async throws {
        let room = try await ImportRoom.open()
        var debt = AssessDebt("mn-609.3241", on: "D-0", amount: Money(cents: 50_000))
        debt.grade = "misdemeanor"
        try await room.clerk.assess(debt)
        _ = try await room.take("docket,amount,date,number\nD-0,500.00,2024-04-01,R-1\n")
        try await room.court.pay("20.00")
        #expect(try await room.court.applied() == ["500.00", "20.00"])
        let second = try await second(room)
        let undone = try await second.undoImport(
            try await number(room),
            proposal: try await proposal(room)
        )
        #expect(undone.takenBack == 1 && undone.reapplied.count == 1)
        #expect(try await room.court.applied() == ["20.00", "0.00"])
    }

    @Test func `an import whose money was brought to the bank stays`() async throws {
        let room = try await ImportRoom.open()
        _ = try await room.take(Self.file)
        try await room.court.deposit("633.33")
        let before = try await room.state()
        let second = try await second(room)
        let number = try await number(room)
        let proposal = try await proposal(room)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await second.undoImport(number, proposal: proposal)
        }
        #expect(refusal?.code == .importMoneyMovedOn)
        #expect(refusal?.detail.contains("633.33 to be taken back, 0.00 left") == true)
        #expect(try await room.state() == before)
    }

    @Test func `dockets that nothing else touched are undone by vacating their debts`()
        async throws
    {
        let room = try await ImportRoom.open()
        let text = """
            docket,judgment_date,rule,amount,grade
            N-1,2024-03-01,mn-609.3241,500.00,misdemeanor
            N-1,2024-03-01,mn-609.3241,600.00,misdemeanor
            N-2,2024-03-01,mn-609.3241,700.00,misdemeanor
            """
        func take() async throws -> ImportProgress {
            try await room.clerk.importDockets(
                ImportFile(source: "court", name: "dockets.csv"),
                opening: {
                    var pieces = [Array(text.utf8)]
                    return { pieces.popLast() }
                }
            )
        }
        #expect(try await take().recorded == 3)
        let second = try await second(room)
        let first = try await number(room)
        let undone = try await second.undoImport(first, proposal: try await proposal(room))
        #expect(undone.takenBack == 3)
        let owed = try await room.court.test.query(
            """
            SELECT sum(t.owed_cents)::bigint FROM ledger.debt_total AS t
            JOIN ledger.docket_reference AS r USING (jurisdiction_id, docket_id)
            WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND r.reference LIKE 'N-%'
            """
        )
        #expect(try owed[0].decode(Int64.self, at: 0) == 0)

        #expect(try await take().recorded == 3)
        try await room.clerk.record(
            RecordCollection(
                Money(cents: 100),
                on: "N-2",
                by: .cash,
                received: .on(try LedgerDate(iso: "2024-05-01"))
            )
        )
        let number = try await number(room)
        let proposal = try await proposal(room)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await second.undoImport(number, proposal: proposal)
        }
        #expect(refusal?.code == .importBuiltUpon)
    }
}
