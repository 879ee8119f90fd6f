import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct RefundTests {
    @Test func `what was given back before a return is owed again by the payer (W-10)`()
        async throws
    {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        try await court.deposit("18483.33")
        let check = try await court.refund(check: 501)
        #expect(check.reference == "501")
        #expect(try await court.courtBalances(["101000", "240000"]) == ["17700.00", "0.00"])
        try await court.clerk.take(
            back: ReturnCollection(
                payments[2].recorded.entry,
                returned: Case.day("2024-06-05")
            )
        )
        #expect(try await court.applied() == ["200.00", "8166.67", "0.00", "0.00"])
        #expect(try await court.courtBalances(["101000", "240000"]) == ["8366.67", "0.00"])
        let standing = try await court.clerk.refundStanding(of: court.docket)
        #expect(standing.givenBack.description == "783.33")
        #expect(standing.owedAgain.description == "783.33")
        #expect(standing.unapplied == .zero && standing.payable == .zero)
        #expect(try await court.clerk.reapply(court.docket).isEmpty)
        try await court.pay("1833.33")
        #expect(try await court.applied() == ["200.00", "10000.00", "0.00", "0.00"])
        try await court.expectBalanced()
    }

    @Test func `a returned check whose own money was given back takes it from other money`()
        async throws
    {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        try await court.deposit("18483.33")
        try await court.refund("783.33")
        try await court.clerk.take(back: ReturnCollection(payments[4].recorded.entry))
        // Received 13,483.33, given back 783.33: 12,700.00 stay applied.
        #expect(try await court.applied() == ["200.00", "10000.00", "2500.00", "0.00"])
        #expect(try await court.courtBalances(["240000"]) == ["0.00"])
        try await court.expectBalanced()
    }

    @Test func `no other payer's money is given back when a check came back before its refund`()
        async throws
    {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        try await court.deposit("18483.33")
        try await court.vacate()
        let check = try await court.clerk.entry(ofReceipt: payments[2].receiptNumber)
        try await court.clerk.take(back: ReturnCollection(check))
        let standing = try await court.clerk.refundStanding(of: court.docket)
        #expect(standing.payable.description == "17700.00")
        #expect(standing.unapplied.description == "-8550.00")
        let over = IssueRefund(try Money(parsing: "9150.01"), on: court.docket)
        #expect(
            try await court.code { try await court.clerk.propose(over) } == .refundExceedsUnapplied
        )
        try await court.refund()
        #expect(try await court.courtBalances(["101000"]) == ["0.00"])
        let rest = IssueRefund(nil, on: court.docket)
        #expect(
            try await court.code { try await court.clerk.propose(rest) } == .refundExceedsUnapplied
        )
    }

    @Test func `a refund is paid once, and no more than there is`() async throws {
        let court = try await Case.federal()
        try await court.payAll()
        try await court.deposit("18483.33")
        let more = IssueRefund(try Money(parsing: "783.34"), on: court.docket)
        #expect(
            try await court.code { try await court.clerk.propose(more) } == .refundExceedsUnapplied
        )
        let second = try await court.secondClerk()
        let proposed = try await court.clerk.propose(IssueRefund(nil, on: court.docket))
        #expect(
            try await court.code { try await court.clerk.approve(refund: proposed.entry) }
                == .samePersonTwice
        )
        #expect(
            try await court.code { try await second.approve(refund: 1) } == .proposalUnknown
        )
        let options = CommandOptions()
        let paid = try await second.approve(refund: proposed.entry, options)
        #expect(try await second.approve(refund: proposed.entry, options).entry == paid.entry)
        #expect(
            try await court.code { try await second.approve(refund: proposed.entry) }
                == .proposalAlreadyApproved
        )
        #expect(try await court.courtBalances(["101000", "240000"]) == ["17700.00", "0.00"])
        try await court.expectBalanced()
    }

    @Test func `the court says from which amount on a refund takes two persons`() async throws {
        let court = try await Case.federal()
        try await court.payAll()
        try await court.deposit("18483.33")
        let small = IssueRefund(try Money(parsing: "83.33"), on: court.docket, checkNumber: 7)
        #expect(
            try await court.code { try await court.clerk.issue(small) } == .secondPersonNeeded
        )
        try await court.hold(["refund_approval_minimum": "100.00"])
        try await court.clerk.issue(small)
        #expect(
            try await court.code { try await court.clerk.issue(small) } == .checkNumberTaken
        )
        let large = IssueRefund(try Money(parsing: "700.00"), on: court.docket)
        #expect(
            try await court.code { try await court.clerk.issue(large) } == .secondPersonNeeded
        )
        #expect(try await court.courtBalances(["240000"]) == ["-700.00"])
    }

    @Test func `of refunds at once no more is paid than there is`() async throws {
        let court = try await Case.federal()
        try await court.payAll()
        try await court.deposit("18483.33")
        try await court.hold(["refund_approval_minimum": "1000.00"])
        let paid = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let refund = IssueRefund(Money(cents: 300_00), on: court.docket)
                    return (try? await court.clerk.issue(refund)) != nil
                }
                group.addTask {
                    _ = try? await court.clerk.reapply(court.docket)
                    return false
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(paid == 2)
        #expect(try await court.courtBalances(["240000"]) == ["-183.33"])
        #expect(try await court.clerk.reapply(court.docket).isEmpty)
        try await court.expectBalanced()
    }
}
