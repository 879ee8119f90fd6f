import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct ResolveLineTests {
    @Test(arguments: [
        (LineTemplate.fee, -1_234, "bank_fees", Int64(1_234)),
        (.interest, 77, "bank_interest", -77),
    ])
    func `fees and interest are posted from the line, to the cent`(
        _ template: LineTemplate,
        _ cents: Int,
        _ role: String,
        _ balance: Int64
    ) async throws {
        let room = try await ClearingRoom.open()
        let statement = try await room.take([cents, -cents])
        let line = StatementLineName(statement: statement, ordinal: 1)
        let options = CommandOptions(requestKey: "resolve")
        let done = try await room.first.resolve(line, of: "trust", as: template, options)
        #expect(done.returned == nil)
        #expect(try await room.balance(role) == balance)
        #expect(try await room.balance("bank") == Int64(cents))
        let (lines, entries) = try await room.open()
        #expect(lines == ["\(Money(cents: Int64(-cents)))"] && entries == [])
        let again = try await room.first.resolve(line, of: "trust", as: template, options)
        #expect(again.recorded.isReplay)
        let other = StatementLineName(statement: statement, ordinal: 2)
        let refused = await ClearingRoom.refusal {
            try await room.first.resolve(other, of: "trust", as: template)
        }
        #expect(refused == .lineRunsOtherWay)
        let twice = await ClearingRoom.refusal {
            try await room.first.resolve(line, of: "trust", as: template)
        }
        #expect(twice == .lineAlreadyMatched)
        let nowhere = StatementLineName(statement: statement, ordinal: 9)
        let unknown = await ClearingRoom.refusal {
            try await room.first.resolve(nowhere, of: "trust", as: template)
        }
        #expect(unknown == .matchLineUnknown)
        #expect(try await room.statements.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a returned check restores the debt, and what passed the gate goes back`()
        async throws
    {
        let room = try await ClearingRoom.federal()
        let check = try await room.bank("300.00", ticket: "T-1", check: "1042")
        try await room.bank("400.00", ticket: "T-2", on: "2025-06-02")
        #expect(try await room.docket.applied() == ["100.00", "200.00", "400.00"])
        let statement = try await room.take([30_000, 40_000])
        let arrived = try await room.match([(statement, 1, nil)], [(check.deposit, nil)])
        let returned = try await room.take([-30_000], "2/1", text: "RETURNED CHECK 001042 NSF")
        let line = StatementLineName(statement: returned, ordinal: 1)
        let options = CommandOptions(requestKey: "resolve")
        let alone = await ClearingRoom.refusal {
            try await room.first.resolve(line, of: "trust", as: .returned(receipt: nil))
        }
        #expect(alone == .roleMissing)
        let both = try await room.both()
        let done = try await both.resolve(
            line,
            of: "trust",
            as: .returned(receipt: nil),
            options
        )
        #expect(done.returned?.reapplied.count == 1)
        #expect(try await room.docket.applied() == ["100.00", "200.00", "100.00"])
        #expect(try await room.balance("bank") == 40_000)
        let name = try #require(arrived.match)
        #expect(try await both.match(name).state == "accepted")
        let (lines, entries) = try await room.open()
        #expect(lines == ["400.00"] && entries == ["400.00"])
        let again = try await both.resolve(
            line,
            of: "trust",
            as: .returned(receipt: nil),
            options
        )
        #expect(again.recorded.isReplay && again.returned == nil)
        #expect(try await room.statements.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `what the clerk took back before is tied, not taken back again`() async throws {
        let room = try await ClearingRoom.open()
        try await room.bank("25.00", ticket: "T-1", check: "77")
        let receipt = try await room.docket.clerk.entry(ofReceipt: "1")
        try await room.docket.clerk.take(
            back: ReturnCollection(receipt, returned: .on(try LedgerDate(iso: "2025-06-01")))
        )
        let statement = try await room.take([-2_500], text: "RETURNED CHECK 77")
        let line = StatementLineName(statement: statement, ordinal: 1)
        let done = try await room.both().resolve(line, of: "trust", as: .returned(receipt: nil))
        #expect(done.returned == nil)
        #expect(try await room.open().lines == [])
        #expect(try await room.open().entries == ["25.00"])
    }

    @Test func `a return without one receipt of its number and amount is refused`() async throws {
        let room = try await ClearingRoom.open()
        let both = try await room.both()
        try await room.bank("25.00", ticket: "T-1", check: "77")
        try await room.bank("25.00", ticket: "T-2", check: "077")
        try await room.bank("26.00", ticket: "T-3", check: "78")
        let statement = try await room.take([-2_500], text: "RETURNED CHECK 77")
        let other = try await room.take([-2_500], "2/1", text: "RETURNED CHECK 78")
        func refusal(_ statement: Int64, _ receipt: Int64?) async -> LedgerRefusal.Code? {
            await ClearingRoom.refusal {
                try await both.resolve(
                    StatementLineName(statement: statement, ordinal: 1),
                    of: "trust",
                    as: .returned(receipt: receipt)
                )
            }
        }
        #expect(await refusal(statement, nil) == .originalAmbiguous)
        #expect(await refusal(other, nil) == .originalUnknown)
        let third = try await both.entry(ofReceipt: "3")
        #expect(await refusal(other, third) == .matchNotBalanced)
        // The refused one took nothing back.
        #expect(try await room.docket.applied() == ["76.00"])
        let second = try await both.entry(ofReceipt: "2")
        #expect(await refusal(statement, second) == nil)
        #expect(try await room.docket.applied() == ["51.00"])
    }
}
