import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct AddPayeeTests {
    private func restitution(_ court: Case, _ payees: [String]) async throws {
        try await court.assess("us-3663A", "100.00") {
            $0.recipients = payees.isEmpty ? [:] : ["restitution_payee": payees]
        }
    }

    @Test func `a judgment makes whole whom the court has added, by token alone`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        for token in ["v-4711", "v-4712"] {
            #expect(try await court.test.owner.addPayee(token))
            #expect(try await !court.test.owner.addPayee(token))
        }
        let clerk = try await court.test.clerk
        let fresh = Case(test: court.test, clerk: clerk, docket: court.docket)
        try await restitution(fresh, ["v-4711", "v-4712", "payee-1"])
        try await fresh.pay("100.00")
        #expect(try await fresh.held() == ["33.34", "33.33", "33.33"])
        #expect(
            try await fresh.balances(["298000.1001", "298000.1002"]) == ["-33.34", "-33.33"]
        )
        #expect(try await court.test.owner.initialize(from: "us", as: court.test.code).added == 0)
    }

    @Test func `a clerk proposes a payee and another person adds it`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        let approver = try await court.test.ledger(as: .approver)
        let proposed = try await court.clerk.proposePayee("v-4711")
        #expect(
            try await court.code { _ = try await court.clerk.approve(payee: proposed.entry) }
                == .samePersonTwice
        )
        #expect(try await approver.approve(payee: proposed.entry) == "v-4711")
        #expect(
            try await court.code { _ = try await approver.approve(payee: proposed.entry) }
                == .proposalAlreadyApproved
        )
        #expect(
            try await court.code { _ = try await approver.approve(payee: 1) } == .proposalUnknown
        )
        let again = Case(test: court.test, clerk: try await court.test.clerk, docket: court.docket)
        #expect(
            try await court.code { try await again.clerk.proposePayee("v-4711") }
                == .definitionDiffers
        )
        try await restitution(again, ["v-4711"])
        try await again.pay("100.00")
        #expect(try await again.held() == ["100.00"])
        try await again.expectBalanced()
    }

    @Test(arguments: ["recipients", "accounts", "funds"])
    func `books that are not the payee proposed are refused`(_ part: String) async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        let approver = try await court.test.ledger(as: .approver)
        let proposed = try await court.clerk.proposePayee("v-4711")
        let recipient = #"{"code": "v-4711", "name": "P", "roles": ["restitution_payee"]}"#
        let other =
            switch part {
            case "recipients": #"{"code": "v-1", "name": "P", "roles": ["restitution_payee"]}"#
            case "accounts": #"{"recipient": "v-4711", "role": "bank", "class": "asset"}"#
            default: #"{"code": "other", "name": "Other", "kind": "custodial"}"#
            }
        let books = PostgresJSON(#"{"recipients": [\#(recipient)], "\#(part)": [\#(other)]}"#)
        let code = try await court.code {
            _ = try await approver.attempt {
                try await approver.store.withTransaction {
                    try await $0.defineBooks(books, proposal: proposed.entry)
                }
            }
        }
        #expect(code == .definitionDiffers)
    }

    @Test func `restitution goes to nobody whom the judgment does not name`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await restitution(court, [])
        }
        #expect(refusal?.code == .recipientRoleUnresolved)
    }

    @Test func `whoever pays cannot make the payee`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        var refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.addPayee("v-1")
        }
        #expect(refusal?.code == .roleMissing)
        refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.test.owner.addPayee("cvf")
        }
        #expect(refusal?.code == .definitionDiffers)
        refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.test.owner.addPayee("Jane Doe")
        }
        #expect(refusal?.code == .textTooLong)
    }
}
