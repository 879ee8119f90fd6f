import LedgerModel
import Testing

@Suite struct UntouchedLedgerTests {
    @Test func `nothing is found in books that nobody altered`() async throws {
        let ledger = try await VerificationLedger.make()
        let report = try await ledger.verify()
        #expect(report.findings == [])
        #expect(report.isIntact)
        #expect(report.blocks >= 5)
        #expect(report.sealedEntries > 40)
        #expect(report.unsealedEntries == 1)
        #expect(report.notices.contains { $0.hasPrefix("No checkpoint was given") })
        for check in report.checks { #expect(check.checked > 0, "\(check.subject)") }
        try await ledger.drop()
    }
}
