import Foundation
import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct WorkedCaseTests {
    @Test func `a federal case is paid to its end, cent by cent (W-01)`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3013") { ($0.grade, $0.counts) = ("felony", 2) }
        try await court.assess("us-3663A", "10000.00") {
            $0.recipients = ["restitution_payee": ["payee-1", "payee-2"]]
            $0.weights = ["restitution_payee": [60, 40]]
        }
        try await court.assess("us-3571", "2500.00") { $0.grade = "felony" }
        try await court.assess("us-3014")
        // Payment; applied to each debt so far; what the payees hold; unapplied.
        let steps = [
            ("150.00", ["150.00", "0.00", "0.00", "0.00"], ["0.00", "0.00"], "0.00"),
            ("1000.00", ["200.00", "950.00", "0.00", "0.00"], ["570.00", "380.00"], "0.00"),
            (
                "9333.33", ["200.00", "10000.00", "283.33", "0.00"], ["6000.00", "4000.00"],
                "0.00"
            ),
            (
                "3000.00", ["200.00", "10000.00", "2500.00", "783.33"], ["6000.00", "4000.00"],
                "0.00"
            ),
            (
                "5000.00", ["200.00", "10000.00", "2500.00", "5000.00"], ["6000.00", "4000.00"],
                "783.33"
            ),
        ]
        for (amount, applied, held, unapplied) in steps {
            let allocation = try await court.pay(amount).allocation
            #expect(try await court.applied() == applied)
            #expect(try await court.held(2) == held)
            #expect(allocation?.unapplied.description == unapplied)
        }
        #expect(
            try await court.balances(["298000.001", "298000.002", "298000.004", "298000.005"])
                == ["-2700.00", "-5000.00", "-6000.00", "-4000.00"]
        )
        #expect(
            try await court.balances([
                "111000", "136000", "240000", "298000", "532000", "599000", "599100",
            ]) == ["18483.33", "0.00", "-783.33", "0.00", "-17700.00", "17700.00", "0.00"]
        )
    }

    @Test func `child pornography restitution and 2259A come before the fine (W-04)`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3014")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        try await court.assess("us-2259A", "12000.00") { $0.grade = "possession" }
        try await court.assess("us-3663A", "3000.00") {
            $0.recipients = ["restitution_payee": ["payee-1"]]
        }
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await court.pay("16000.00")
        #expect(
            try await court.applied() == ["0.00", "900.00", "12000.00", "3000.00", "100.00"]
        )
        try await court.pay("100.01")
        #expect(
            try await court.applied() == ["0.01", "1000.00", "12000.00", "3000.00", "100.00"]
        )
    }

    @Test func `three counts are assessed by count or by offender as the court has it (W-02)`()
        async throws
    {
        let person = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        #expect(
            try await person.assess("us-3014") { $0.counts = 3 }.amount.description == "5000.00"
        )
        #expect(
            try await person.assess("us-3013") {
                $0.counts = 3
                $0.grade = "felony"
            }.amount.description == "300.00"
        )
        let entity = try await Case.open(in: "us", judgmentOn: "2020-06-01", isEntity: true)
        #expect(
            try await entity.assess("us-3013") {
                $0.counts = 3
                $0.grade = "felony"
            }.amount.description == "1200.00"
        )
        #expect(
            try await entity.assess("us-3014") { $0.counts = 3 }.amount.description == "5000.00"
        )
    }

    @Test func `what is owed once per offender is not ordered again count by count`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3014")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.assess("us-3014")
        }
        #expect(refusal?.code == .amountOutsideStatute)
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await court.assess("us-3013") { $0.grade = "felony" }
        #expect(try await court.applied() == ["0.00", "0.00", "0.00"])
    }

    @Test func `the gate holds JVTA money back while a cent of the fine is open (W-03)`()
        async throws
    {
        let open = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await open.assess("us-3571", "0.01") { $0.grade = "felony" }
        try await open.assess("us-3014")
        let payment = try await open.pay("5000.00") { $0.earmark = .jvtaAssessment }
        #expect(try await open.applied() == ["0.01", "4999.99"])
        #expect(payment.explanation.contains { $0.contains("18 U.S.C. 3014(b)") })

        let closed = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await closed.assess("us-3571", "5000.01") { $0.grade = "felony" }
        try await closed.assess("us-3014")
        try await closed.pay("5000.00") { $0.earmark = .jvtaAssessment }
        #expect(try await closed.applied() == ["5000.00", "0.00"])
    }

    @Test func `three instalments split 40/20/40 to the cent (W-05)`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        var shares: [[String]] = []
        for amount in ["250.01", "249.99", "250.00"] {
            let allocation = try await court.pay(amount).allocation
            shares.append(allocation?.lines.first?.shares.map(\.description) ?? [])
        }
        #expect(
            shares == [
                ["100.01", "50.00", "100.00"], ["99.99", "50.00", "100.00"],
                ["100.00", "50.00", "100.00"],
            ]
        )
        #expect(try await court.held() == ["300.00", "150.00", "300.00"])
    }

    @Test func `ten payments of 33.33 do not drift (W-06)`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "500.00") { $0.grade = "misdemeanor" }
        for _ in 0..<10 { try await court.pay("33.33") }
        #expect(try await court.held() == ["133.32", "66.66", "133.32"])
    }

    @Test func `a receipt at 23:59:30 by the court's clock belongs to that day (W-22)`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3014")
        // 2024-10-01T03:59:30Z is 23:59:30 on 30 September in New York.
        let instant = Date(timeIntervalSince1970: 1_727_755_170)
        let payment = try await court.pay("1.00") { $0.received = .at(instant) }
        #expect(payment.effectiveOn.description == "2024-09-30")
        let next = try await court.pay("1.00") { $0.received = .at(instant + 30) }
        #expect(next.effectiveOn.description == "2024-10-01")
    }

    @Test(arguments: [
        ("2015-05-28", false), ("2015-05-29", true), ("2025-09-30", true), ("2025-10-01", false),
    ])
    func `the day of judgment decides which law is in force`(
        day: String,
        isInForce: Bool
    )
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: day)
        if isInForce {
            #expect(try await court.assess("us-3014").amount.description == "5000.00")
        } else {
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await court.assess("us-3014")
            }
            #expect(refusal?.code == .authorityOutsideWindow)
        }
    }
}
