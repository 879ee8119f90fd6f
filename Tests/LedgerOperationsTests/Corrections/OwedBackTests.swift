import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import Testing

/// Money that was given back before the bank took it back too.
@Suite struct OwedBackTests {
    @Test func `the next payments make good what was given back of a check that bounced (W-10)`()
        async throws
    {
        let court = try await bounced()
        #expect(try await court.courtBalances(["101000", "240000"]) == ["-783.33", "783.33"])
        let waiting = try await court.clerk.unappliedMoney()
        #expect(waiting.map(\.amount.description) == ["-783.33"])
        #expect(waiting.allSatisfy { $0.isOwedBack && $0.docket == court.docket })
        let standing = try await court.clerk.refundStanding(of: court.docket)
        #expect(standing.owedAgain.description == "783.33")

        let first = try await court.pay("500.00")
        #expect(first.allocation?.heldBack.description == "500.00")
        #expect(
            first.explanation.last == "held back: 500.00, the payer was given it back before"
        )
        #expect(try await court.applied() == ["0.00", "0.00", "0.00", "0.00"])
        #expect(try await court.clerk.unappliedMoney().map(\.amount.description) == ["-283.33"])
        let second = try await court.pay("1000.00")
        #expect(second.allocation?.heldBack.description == "283.33")
        #expect(try await court.applied() == ["200.00", "516.67", "0.00", "0.00"])
        #expect(try await court.courtBalances(["240000"]) == ["0.00"])
        #expect(try await court.clerk.unappliedMoney().isEmpty)
        // Placed anew, everything stays where it is.
        #expect(try await court.clerk.reapply(court.docket).isEmpty)
        try await court.pay("100.00")
        #expect(try await court.clerk.reapply(court.docket).isEmpty)
        #expect(try await court.applied() == ["200.00", "616.67", "0.00", "0.00"])
        try await court.expectBalanced()
    }

    @Test func `lines of one file make it good one after the other`() async throws {
        let court = try await bounced()
        var file = Array("docket,amount,date,number\nA-1,500.00,2024-06-07,R-1\n".utf8)
        file += Array("A-1,1000.00,2024-06-08,R-2\n".utf8)
        let bytes = file
        _ = try await court.clerk.importCollections(
            ImportCollections(ImportFile(source: "court")),
            opening: {
                var rest = bytes
                return {
                    defer { rest = [] }
                    return rest.isEmpty ? nil : rest
                }
            },
            rejects: { _ in }
        )
        #expect(try await court.applied() == ["200.00", "516.67", "0.00", "0.00"])
        #expect(try await court.courtBalances(["240000"]) == ["0.00"])
        try await court.expectBalanced()
    }

    @Test func `the statement of the docket says what was given back and what is owed back`()
        async throws
    {
        let court = try await bounced()
        let owing = try await court.clerk.docketReport(court.docket)
        #expect(owing.lines("refunds").map { $0[1...2] } == [["2024-06-03", "783.33"]])
        #expect(
            owing.totals("applications").last
                == ["", "Owed back by the payer", "", "", "", "-783.33"]
        )
        try await court.pay("783.33")
        let made = try await court.clerk.docketReport(court.docket)
        #expect(made.totals("applications").last == ["", "Held, not applied", "", "", "", "0.00"])
    }

    @Test func `lines of unapplied money are the balance of its account, whatever happened`()
        async throws
    {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        try await court.deposit("18483.33")
        try await court.refund("700.00")
        for payment in [payments[4], payments[2]] {
            try await court.clerk.take(
                back: ReturnCollection(
                    payment.recorded.entry,
                    returned: Case.day("2024-06-05")
                )
            )
            try await expectTie(court)
        }
        try await court.clerk.record(
            RecordUnidentified(Money(cents: 12_34), by: .check, received: Case.day("2024-06-01"))
        )
        try await court.pay("20000.00")
        try await expectTie(court)
        try await court.expectBalanced()
    }

    private func expectTie(_ court: Case) async throws {
        let lines = try await court.clerk.unappliedMoney().map(\.amount)
        let balance = try await court.courtBalances(["240000"])
        #expect(try balance == [(.zero - Money.sum(lines)).description])
    }

    /// A docket whose only check came back after 783.33 of it had been given back.
    private func bounced() async throws -> Case {
        let court = try await Case.federal()
        let paid = try await court.pay("18483.33")
        try await court.deposit("18483.33")
        try await court.refund("783.33")
        try await court.clerk.take(
            back: ReturnCollection(paid.recorded.entry, returned: Case.day("2024-06-05"))
        )
        return court
    }
}
