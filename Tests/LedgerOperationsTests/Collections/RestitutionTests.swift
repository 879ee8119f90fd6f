import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

/// Victims before compensators, and all others before the United States.
@Suite struct RestitutionTests {
    private func court(_ payees: [String]) async throws -> Case {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        for payee in payees { _ = try await court.test.owner.addPayee(payee) }
        return Case(
            test: court.test,
            clerk: try await court.test.clerk,
            docket: court.docket
        )
    }

    private func loss(_ payee: String, _ amount: String) throws -> PayeeLoss {
        PayeeLoss(payee, try Money(parsing: amount))
    }

    @Test func `each tier is made whole before the next, in proportion to the losses`()
        async throws
    {
        let court = try await court(["v-1", "v-2", "insurer", "agency"])
        let restitution = try Restitution(
            victims: [loss("v-1", "6000.01"), loss("v-2", "3999.99")],
            compensators: [loss("insurer", "2000.00")],
            unitedStates: [loss("agency", "500.00")]
        )
        let assessed = try await court.assess("us-3663A") { $0.restitution = restitution }
        #expect(assessed.amount.description == "12500.00")
        for (amount, held) in [
            ("1000.00", ["600.00", "400.00", "0.00", "0.00"]),
            ("8999.99", ["6000.00", "3999.99", "0.00", "0.00"]),
            ("1000.01", ["6000.01", "3999.99", "1000.00", "0.00"]),
            ("1400.00", ["6000.01", "3999.99", "2000.00", "400.00"]),
            ("150.00", ["6000.01", "3999.99", "2000.00", "500.00"]),
        ] {
            try await court.pay(amount)
            #expect(try await court.held() == held)
        }
        #expect(try await court.applied() == ["12500.00"])
        #expect(try await court.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `the losses are what is ordered, to payees that the court has`() async throws {
        let court = try await court(["v-1"])
        for (payee, amount, code) in [
            ("v-1", "99.99", LedgerRefusal.Code.lossesDiffer),
            ("nobody", "100.00", .recipientUnknown), ("cvf", "100.00", .recipientNotNamed),
        ] {
            let loss = try loss(payee, amount)
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await court.assess("us-3663A", "100.00") {
                    $0.restitution = Restitution(victims: [loss])
                }
            }
            #expect(refusal?.code == code)
        }
    }
}
