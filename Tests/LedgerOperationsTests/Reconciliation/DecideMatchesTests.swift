import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct DecideMatchesTests {
    @Test func `an accepted proposal explains its line, and can be dissolved with a reason`()
        async throws
    {
        let room = try await ClearingRoom.open()
        try await room.bank("25.00", ticket: "T-1")
        try await room.take([2_500])
        try await room.propose()
        let name = try #require(try await room.proposals().first?.name)
        #expect(try await room.first.match(name).sentence.contains("equal amounts, 1 banking day"))
        try await room.first.accept([name])
        #expect(try await room.open().lines == [])
        let again = await ClearingRoom.refusal { try await room.first.accept([name]) }
        #expect(again == .matchStateDiffers)
        let late = await ClearingRoom.refusal { try await room.first.reject([name]) }
        #expect(late == .matchStateDiffers)
        let silent = await ClearingRoom.refusal { try await room.first.unmatch(name, reason: "") }
        #expect(silent == .textTooLong)
        try await room.second.unmatch(name, reason: "another deposit")
        #expect(try await room.open().lines == ["25.00"])
        let record = try await room.first.match(name)
        #expect(record.state == "dissolved" && record.changes.hasSuffix("another deposit"))
        let twice = await ClearingRoom.refusal { try await room.first.unmatch(name, reason: "x") }
        #expect(twice == .matchStateDiffers)
        #expect(try await room.statements.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a proposal whose line another match explained is overtaken`() async throws {
        let room = try await ClearingRoom.open()
        try await room.bank("25.00", ticket: "T-1")
        try await room.bank("25.00", ticket: "T-2")
        try await room.take([2_500])
        try await room.propose()
        let names = try await room.proposals().compactMap(\.name)
        try #require(names.count == 2)
        try await room.first.accept([names[0]])
        #expect(try await room.proposals().isEmpty)
        let late = await ClearingRoom.refusal { try await room.second.accept([names[1]]) }
        #expect(late == .lineAlreadyMatched)
        #expect(try await room.first.match(names[1]).state == "overtaken")
    }

    @Test func `rejected and ambiguous proposals are not accepted`() async throws {
        let room = try await ClearingRoom.open()
        try await room.bank("25.00", ticket: "T-1")
        try await room.take([2_500])
        try await room.propose()
        let rejected = try #require(try await room.proposals().first?.name)
        try await room.first.reject([rejected], reason: "another court's")
        #expect(try await room.proposals().isEmpty)
        try await room.propose("ambiguous")
        let ambiguous = try #require(try await room.proposals().first?.name)
        for name in [rejected, ambiguous] {
            let refused = await ClearingRoom.refusal { try await room.first.accept([name]) }
            #expect(refused == .matchStateDiffers)
        }
        for name in [
            MatchName(entry: rejected.entry, number: 99), MatchName(entry: 9_999, number: 1),
        ] {
            let unknown = await ClearingRoom.refusal { try await room.first.accept([name]) }
            #expect(unknown == .matchUnknown)
        }
        let shown = await ClearingRoom.refusal {
            _ = try await room.first.match(MatchName(entry: 9_999, number: 1))
        }
        #expect(shown == .matchUnknown)
    }

    @Test func `proposals are accepted in bulk as they were counted, all or none`() async throws {
        let room = try await ClearingRoom.open()
        let amounts = [1_000, 2_000, 3_000, 4_000]
        for cents in amounts {
            try await room.bank("\(cents / 100).00", ticket: "T-\(cents)")
        }
        try await room.take(amounts)
        try await room.propose()
        var filter = ProposalFilter("trust", rule: "amount", largest: Money(cents: 3_000))
        let seen = try await room.first.proposals(filter)
        #expect(seen.count == 3)
        let all = Money(cents: 6_000)
        for (count, sum) in [(2, all), (3, Money(cents: 5_999))] {
            let refused = await ClearingRoom.refusal {
                try await room.first.decide(
                    accepting: true,
                    filter,
                    expecting: count,
                    moving: sum
                )
            }
            #expect(refused == .proposalsDiffer)
        }
        try await room.first.decide(accepting: true, filter, expecting: 3, moving: all)
        #expect(try await room.open().lines == ["40.00"])
        filter.largest = nil
        try await room.first.decide(
            accepting: false,
            filter,
            expecting: 1,
            moving: Money(cents: 4_000)
        )
        #expect(try await room.proposals().isEmpty)
        for other in [
            ProposalFilter("trust", rule: "none"),
            ProposalFilter("trust", through: try LedgerDate(iso: "2020-01-01")),
        ] { #expect(try await room.first.proposals(other).isEmpty) }
        #expect(try await room.statements.test.ledger(as: .auditor).verify().isIntact)
    }
}
