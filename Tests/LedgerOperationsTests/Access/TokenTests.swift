import Foundation
import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import Testing

@Suite struct TokenTests {
    @Test func `a token reads and writes as its role until it is revoked`() async throws {
        let test = try await TestLedger.make()
        let token = try await test.owner.issueToken(
            "counter",
            for: .clerk,
            until: Date(timeIntervalSinceNow: 3_600)
        )
        let service = try await test.service(presenting: token.secret)
        try await service.open(
            OpenDocket("S-1", judgmentOn: LedgerDate(iso: "2024-03-01"))
        )
        try await test.owner.revokeToken("counter")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await service.open(
                OpenDocket("S-2", judgmentOn: LedgerDate(iso: "2024-03-01"))
            )
        }
        #expect(refusal?.code == .tokenNotValid)
    }

    @Test func `a token that would have expired already is not issued`() async throws {
        let test = try await TestLedger.make()
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await test.owner.issueToken("past", for: .clerk, until: .distantPast)
        }
        #expect(refusal?.code == .dateNotValid)
    }

    @Test func `an expired token is refused`() async throws {
        let test = try await TestLedger.make()
        let token = try await test.owner.issueToken(
            "late",
            for: .clerk,
            until: Date(timeIntervalSinceNow: 1)
        )
        try await Task.sleep(for: .seconds(1.1))
        let service = try await test.service(presenting: token.secret)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await service.open(
                OpenDocket("S-1", judgmentOn: LedgerDate(iso: "2024-03-01"))
            )
        }
        #expect(refusal?.code == .tokenNotValid)
    }
}
