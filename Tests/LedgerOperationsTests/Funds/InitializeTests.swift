import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import StatuteLibrary
import Testing

@Suite struct InitializeTests {
    @Test(
        arguments: [
            "us", "us-ca", "us-co", "us-fl", "us-ga", "us-hi", "us-il", "us-ky", "us-la", "us-ma",
            "us-mn", "us-mn-hennepin", "us-nj", "us-pa", "us-tx", "us-wa",
        ]
    )
    func `every shipped profile opens with its books, and again changes nothing`(
        profile: String
    ) async throws {
        let test = try await TestLedger.make(from: profile)
        let again = try await test.owner.initialize(from: profile, as: test.code)
        #expect(again.wasOpened == false && again.added == 0)
        let books = try await test.owner.books()
        let shipped = try test.owner.library().profile(profile)
        #expect(books.funds.map(\.code) == shipped.funds.map(\.code))
        #expect(books.recipients.map(\.code) == shipped.recipients.map(\.code))
    }

    @Test func `a profile that does not exist is refused`() async throws {
        let test = try await TestLedger.make()
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await test.owner.initialize(from: "us-xx")
        }
        #expect(refusal?.code == .jurisdictionUnknown)
    }

    @Test func `who may not act for the schema cannot open a jurisdiction`() async throws {
        let test = try await TestLedger.make()
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await test.ledger(as: .clerk).initialize(from: "us-nj", as: "\(test.code)-x")
        }
        #expect(refusal?.code == .roleMissing)
    }
}
