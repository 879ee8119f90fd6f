import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct ChangeDebtTests {
    @Test func `a remitted part of a special assessment is owed no more (W-16)`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3014")
        try await court.pay("783.33")
        try await court.change(.remission, by: "-2000.00")
        #expect(try await court.owed() == ["3000.00"])
        #expect(
            try await court.balances(["136000", "298000", "532000", "599100"])
                == ["2216.67", "-2216.67", "-3000.00", "2216.67"]
        )
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.change(.remission, by: "-2216.68")
        }
        #expect(refusal?.code == .changeExceedsOpen)
        #expect(
            refusal?.detail == "docket A-1, debt 1: remission of -2216.68; ordered 5000.00, "
                + "owed 3000.00, applied 783.33"
        )
        let kept = try await court.test.query(
            """
            SELECT r.detail ~ '^docket [0-9]+, debt 1: ' FROM ledger.refusal AS r
            WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            """
        )
        #expect(try kept.map { try $0.decode(Bool.self, at: 0) } == [true])
        try await court.change(.remission, by: "-2216.67")
        #expect(try await court.pay("5.00").allocation?.unapplied.description == "5.00")
        try await court.expectNoFindings()
    }

    @Test func `what was paid stays paid, unless the judgment itself falls`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        try await court.pay("400.00")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.change(.remission, by: "-600.01")
        }
        #expect(refusal?.code == .changeExceedsOpen)
        #expect(try await court.change(.amended, by: "-700.00").excess.description == "100.00")
        #expect(try await court.change(.amended, by: "200.00").excess == .zero)
        for reason in [DebtChangeReason.vacated, .amended] {
            try await court.expect(.secondPersonNeeded) {
                try await court.change(reason, by: "-500.00")
            }
        }
        #expect(try await court.owed() == ["500.00"])
    }

    @Test func `an amendment stays within the statute`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-2259A", "1000.00") { $0.grade = "production" }
        try await court.expect(.amountOutsideStatute) {
            try await court.change(.amended, by: "999999999.00")
        }
        #expect(try await court.owed() == ["1000.00"])
    }

    @Test func `victims' money is not remitted, and principal is not waived`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3663A", "10000.00") {
            $0.recipients = ["restitution_payee": ["payee-1"]]
        }
        for reason in [DebtChangeReason.remission, .waiver, .reduction, .interest, .penalty] {
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await court.change(reason, by: "-1.00")
            }
            #expect(refusal?.code == .reasonNotForDebt, "\(reason)")
        }
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.change(.amended, by: "-1.00", order: nil)
        }
        #expect(refusal?.code == .orderMissing)
        #expect(try await court.owed() == ["10000.00"])
    }

    @Test func `a Washington fee is reduced by two thirds at most (W-08)`() async throws {
        let court = try await Case.open(in: "us-wa")
        try await court.assess("wa-9A.88.120", "1500.00") { $0.grade = "patronizing" }
        try await court.change(.reduction, by: "-400.00")
        try await court.expect(.reductionExceedsLimit) {
            try await court.change(.reduction, by: "-600.01")
        }
        try await court.change(.reduction, by: "-600.00")
        #expect(try await court.owed() == ["500.00"])
        try await court.expect(.reductionExceedsLimit) {
            try await court.change(.reduction, by: "-0.01")
        }
    }

    @Test func `a Minnesota assessment is reduced to 100.00 at least`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "500.00") { $0.grade = "misdemeanor" }
        try await court.expect(.reductionExceedsLimit) {
            try await court.change(.reduction, by: "-400.01")
        }
        try await court.change(.reduction, by: "-400.00")
        #expect(try await court.owed() == ["100.00"])
    }

    @Test func `a change sent twice under one key is made once`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let options = CommandOptions(requestKey: "once")
        try await court.change(.remission, by: "-50.00", options)
        let again = try await court.change(.remission, by: "-50.00", options)
        #expect(again.recorded.isReplay)
        #expect(try await court.owed() == ["700.00"])
    }
}
