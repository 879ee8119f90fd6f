import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct ClearingDeskTests {
    @Test func `line after line is decided, and the last decision can be undone`() async throws {
        let room = try await ClearingRoom.open()
        for (ticket, amount) in [("1", "10.00"), ("2", "20.00"), ("3", "30.00"), ("4", "5.00")] {
            try await room.bank(amount, ticket: "T-\(ticket)")
        }
        try await room.take([1_000, 2_000, 3_500, -300, 40, 999])
        try await room.propose()
        var desk = try await ClearingDesk(room.first, account: "trust")
        #expect(desk.waiting == 6 && desk.proposal?.canBeAccepted == true)
        _ = try await desk.accept()
        #expect(desk.line?.open.cents == 2_000)
        _ = try await desk.reject()
        #expect(desk.proposal == nil && desk.candidates.count == 1)
        _ = try await desk.match([(desk.candidates[0], nil)])
        let left = desk.items.entries
        #expect(left.map(\.open.cents) == [3_000, 500])
        _ = try await desk.match(left.map { ($0, nil) })
        _ = try await desk.resolve(as: .fee)
        _ = try await desk.resolve(as: .interest)
        #expect(try await room.balance("bank_fees") == 300)
        #expect(try await desk.undo()?.open.cents == 40)
        #expect(try await room.balance("bank_interest") == 0)
        _ = try await desk.resolve(as: .interest)
        desk.skip()
        #expect(desk.line == nil && desk.waiting == 0)
        #expect(try await desk.undo()?.open.cents == 999)
        #expect(desk.line?.open.cents == 999)
        #expect(try await room.open().lines == ["9.99"])
        #expect(try await room.statements.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a difference goes to the account of its rule`() async throws {
        let room = try await ClearingRoom.open()
        try await room.bank("25.00", ticket: "T-1")
        try await room.take([2_465])
        try await room.propose(off: -35)
        var desk = try await ClearingDesk(room.first, account: "trust")
        _ = try await desk.accept()
        #expect(desk.line == nil)
        #expect(try await room.balance("bank_fees") == 35)
    }

    @Test func `who is slower is told, and sees how it stands`() async throws {
        let room = try await ClearingRoom.open()
        try await room.bank("25.00", ticket: "T-1")
        try await room.take([2_500, 10])
        try await room.propose()
        var slow = try await ClearingDesk(room.first, account: "trust")
        var quick = try await ClearingDesk(room.second, account: "trust")
        _ = try await quick.accept()
        let told = await #expect(throws: LedgerRefusal.self) { _ = try await slow.accept() }
        #expect(told?.code == .matchStateDiffers)
        try await slow.reload()
        #expect(slow.line?.open.cents == 10)
    }
}
