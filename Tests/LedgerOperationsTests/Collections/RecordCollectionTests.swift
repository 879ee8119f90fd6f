import LedgerModel
import LedgerTestSupport
import PostgresClient
import Testing

@testable import LedgerOperations

@Suite struct RecordCollectionTests {
    @Test func `the same request key gets the same answer and nothing new`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let options = CommandOptions(requestKey: "once", memo: "a remark")
        let first = try await court.pay("250.01", options)
        let entries = try await court.entries()
        let again = try await court.pay("250.01", options)
        #expect(again.recorded.isReplay && !first.recorded.isReplay)
        #expect(again.receiptNumber == first.receiptNumber)
        #expect(again.recorded.entry == first.recorded.entry)
        let number = try #require(first.recorded.number)
        #expect(again.recorded.number == number)
        let numbered = try await court.test.query(
            """
            SELECT entry_id FROM ledger.sealed_entry
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND number = \(number)
            """
        )
        #expect(try numbered[0].decode(Int64.self, at: 0) == first.recorded.entry)
        #expect(try await court.entries() == entries)
        #expect(try await court.applied() == ["250.01"])
    }

    @Test func `the same request key with other content is refused and names the field`()
        async throws
    {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let options = CommandOptions(requestKey: "once")
        try await court.pay("250.01", options)
        let changes: [(String, (inout RecordCollection) -> Void)] = [
            ("amount_cents", { $0.amount = Money(cents: 1) }),
            ("method", { $0.method = .check }),
            ("payer_reference", { $0.payerReference = "1234" }),
        ]
        for (field, change) in changes {
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await court.pay("250.01", options, change)
            }
            #expect(refusal?.code == .requestKeyReused)
            #expect(refusal?.detail.hasSuffix("first difference: \(field)") == true)
        }
        #expect(try await court.applied() == ["250.01"])
    }

    @Test func `the book of a till passes over a number that was stated`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        #expect(try await court.pay("10.00").receiptNumber == "1")
        try await court.pay("1.00") { $0.number = "2" }
        try await court.pay("1.00") { $0.number = "4" }
        #expect(try await court.pay("1.00").receiptNumber == "3")
        #expect(try await court.pay("1.00").receiptNumber == "5")
        #expect(try await court.applied() == ["14.00"])
    }

    @Test func `the fingerprint is the one that the database computes`() async throws {
        let court = try await Case.open()
        var line = CollectionLine(
            key: "k",
            docket: "A-1",
            amount: Money(cents: 123_456),
            effectiveOn: try LedgerDate(iso: "2024-02-29"),
            method: "check"
        )
        for number in [nil, "R-1"] {
            line.number = number
            line.memo = number.map { "memo \($0) é" }
            var fingerprint = CollectionFingerprint(source: "counter")
            let row = try await court.test.query(
                """
                SELECT ledger_api.fingerprint('collection', jsonb_build_object(
                    'amount_cents', 123456, 'docket', 4711, 'effective_on', '2024-02-29',
                    'memo', \(line.memo as String?), 'method', 'check',
                    'number', \(line.number as String?), 'payer_reference', NULL,
                    'source', 'counter'))
                """
            )[0]
            #expect(try row.decode([UInt8].self, at: 0) == fingerprint.of(line, docket: 4711))
        }
    }

    @Test func `a dry run checks everything and keeps nothing`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let entries = try await court.entries()
        let payment = try await court.pay("100.00", CommandOptions(isDryRun: true))
        #expect(payment.allocation?.lines.first?.applied == Money(cents: 10_000))
        #expect(payment.recorded.isDryRun)
        #expect(try await court.entries() == entries)
    }

    @Test func `sixteen clients on one docket never apply more than is owed`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "500.00") { $0.grade = "misdemeanor" }
        let unapplied = try await withThrowingTaskGroup(of: Int64.self) { group in
            for _ in 0..<16 {
                group.addTask { try await court.pay("66.67").allocation?.unapplied.cents ?? 0 }
            }
            return try await group.reduce(0, +)
        }
        #expect(try await court.applied() == ["500.00"])
        #expect(unapplied == 16 * 6667 - 50_000)
        #expect(try await court.held() == ["200.00", "100.00", "200.00"])
    }

    @Test func `a docket without debts keeps money unapplied`() async throws {
        let court = try await Case.open()
        let payment = try await court.pay("10.00")
        #expect(payment.allocation?.unapplied == Money(cents: 1000))
    }

    @Test func `an unknown docket is refused`() async throws {
        let court = try await Case.open()
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.pay("10.00") { $0.docket = "A-2" }
        }
        #expect(refusal?.code == .docketUnknown)
    }

    @Test func `receipts are numbered without a gap and money goes to the bank and on`()
        async throws
    {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let numbers = try await [court.pay("400.00"), court.pay("350.00")].map(\.receiptNumber)
        #expect(numbers == ["1", "2"])
        try await court.clerk.record(RecordDeposit("T-1"))
        try await court.clerk.record(
            RecordRemittance(Money(cents: 30_000), to: "city-police")
        )
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.record(RecordRemittance(Money(cents: 1), to: "city-police"))
        }
        #expect(refusal?.code == .remittanceExceedsDue)
    }
}
