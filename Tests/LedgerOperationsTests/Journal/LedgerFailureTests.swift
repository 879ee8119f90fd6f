import LedgerModel
import LedgerTestSupport
import PostgresClient
import Testing

@testable import LedgerOperations

@Suite struct LedgerFailureTests {
    @Test(arguments: [PostgresError.Kind.inDoubt, .commitNotAcknowledged])
    func `a lost answer names the request key to repeat`(kind: PostgresError.Kind) async throws {
        let ledger = Ledger.open("host=/nowhere")
        await #expect(throws: LedgerFailure.inDoubt(requestKey: "k-1")) {
            try await ledger.attempt("k-1") { throw PostgresError(kind, "lost") }
        }
    }

    @Test func `a database that is away is unreachable, and nothing was recorded`() async throws {
        let ledger = Ledger.open("host=/nowhere connect_timeout=2")
        let failure = await #expect(throws: LedgerFailure.self) {
            try await ledger.open(
                OpenDocket("A-1", judgmentOn: LedgerDate(iso: "2024-03-01"))
            )
        }
        guard case .unreachable = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func `a closed door of the database is a refusal`() async throws {
        let court = try await Case.open()
        let auditor = try await court.test.ledger(as: .auditor)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await auditor.open(
                OpenDocket("A-9", judgmentOn: LedgerDate(iso: "2024-03-01"))
            )
        }
        #expect(refusal?.code == .roleMissing)
    }
}
