import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct SensitiveImportTests {
    private static let secrets = ["123-45-6789", "4111 1111 1111 1111"]

    /// How often a text stands anywhere in the ledger's tables.
    private func traces(_ room: ImportRoom, of text: String) async throws -> Int64 {
        try await room.court.test.query(
            """
            SELECT (
                SELECT count(*) FROM ledger.journal_entry AS e WHERE strpos(e::text, \(text)) > 0
            ) + (SELECT count(*) FROM ledger.receipt AS c WHERE strpos(c::text, \(text)) > 0)
                + (SELECT count(*) FROM ledger.refusal AS r WHERE strpos(r::text, \(text)) > 0)
                + (SELECT count(*) FROM ledger.deposit AS d WHERE strpos(d::text, \(text)) > 0)
            """
        )[0].decode(at: 0)
    }

    @Test func `a refused text is neither kept nor repeated`() async throws {
        let room = try await ImportRoom.open()
        let entries = try await room.court.entries()
        for secret in Self.secrets {
            let memo = await #expect(throws: LedgerRefusal.self) {
                try await room.court.pay("1.00", CommandOptions(memo: "from \(secret)"))
            }
            #expect(memo?.code == .textSensitive)
            #expect(memo?.detail.hasPrefix("memo: ") == true)
            let payer = await #expect(throws: LedgerRefusal.self) {
                try await room.court.pay("1.00") { $0.payerReference = secret }
            }
            #expect(payer?.code == .textSensitive && payer?.detail.contains(secret) == false)
            #expect(try await traces(room, of: secret) == 0)
        }
        #expect(try await room.court.entries() == entries)
        try await room.court.pay("1.00", CommandOptions(memo: "account ending 1111"))
    }

    @Test func `a line of a file with such a text is rejected without it`() async throws {
        let room = try await ImportRoom.open()
        let done = try await room.take(
            """
            docket,amount,date,number,payer_reference,memo
            D-0,1.00,2024-04-01,R-1,123-45-6789,paid
            D-0,1.00,2024-04-01,R-2,,card 4111 1111 1111 1111
            D-0,1.00,2024-04-01,202404010000123,,
            """
        )
        #expect(done.progress.recorded == 1 && done.progress.rejected == 2)
        let rejects = String(decoding: done.rejects, as: UTF8.self)
        #expect(rejects.contains("payer_reference: social_security_number"))
        #expect(rejects.contains("memo: card_number"))
        for secret in Self.secrets {
            #expect(!rejects.contains(secret))
            #expect(try await traces(room, of: secret) == 0)
        }
    }
}
