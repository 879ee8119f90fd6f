import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct ImportCollectionsTests {
    /// A court with dockets D-0 to D-3, 500.00 ordered on each.
    private func court() async throws -> (Case, Importer) {
        let court = try await Case.open("D-0")
        for number in 0..<4 {
            let docket = "D-\(number)"
            if number > 0 {
                try await court.clerk.open(
                    OpenDocket(docket, judgmentOn: LedgerDate(iso: "2024-03-01"))
                )
            }
            var debt = AssessDebt("mn-609.3241", on: docket, amount: Money(cents: 50_000))
            debt.grade = "misdemeanor"
            try await court.clerk.assess(debt)
        }
        return (court, Importer(ledger: court.clerk))
    }

    private struct Importer {
        let ledger: Ledger

        struct Killed: Error {}

        /// Imports a text in small pieces, or dies after some of them.
        func run(
            _ text: String,
            dyingAfter pieces: Int = .max,
            dryRun: Bool = false
        ) async throws -> (progress: ImportProgress, rejects: String) {
            var rejects: [UInt8] = []
            var passes = 0
            let file = ImportFile(source: "court", isDryRun: dryRun)
            let progress = try await ledger.importCollections(
                ImportCollections(file, batchSize: 16),
                opening: {
                    var rest = Array(text.utf8)[...]
                    var read = 0
                    passes += 1
                    let isLast = passes == 2
                    return {
                        read += 1
                        if isLast, read > pieces { throw Killed() }
                        defer { rest = rest.dropFirst(97) }
                        return rest.isEmpty ? nil : Array(rest.prefix(97))
                    }
                },
                rejects: { rejects += $0 }
            )
            return (progress, String(decoding: rejects, as: UTF8.self))
        }
    }

    private func file(_ count: Int) -> String {
        let lines = (1...count).map { number in
            "D-\(number % 4),1.\(number % 90 + 10),2024-04-\(10 + number % 20),R-\(number),check"
        }
        return "docket,amount,date,number,method\n" + lines.joined(separator: "\n") + "\n"
    }

    private func total(_ court: Case) async throws -> Int64 {
        try await court.test.query(
            """
            SELECT coalesce(sum(applied_cents), 0)::bigint FROM ledger.debt_total
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            """
        )[0].decode(at: 0)
    }

    @Test func `a file imported twice adds nothing the second time`() async throws {
        let (court, importer) = try await court()
        let first = try await importer.run(file(100))
        #expect(first.progress.recorded == 100 && first.progress.rejected == 0)
        let (entries, total) = try await (court.entries(), total(court))
        let second = try await importer.run(file(100))
        #expect(second.progress.recorded == 0 && second.progress.replayed == 100)
        #expect(try await court.entries() == entries)
        #expect(try await self.total(court) == total)
        let tail = try await court.test.query(
            """
            SELECT count(*) FROM ledger.journal_tail
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            """
        )
        #expect(try tail[0].decode(Int64.self, at: 0) == 0)
    }

    @Test func `an import killed in the middle completes when it runs again`() async throws {
        let (court, importer) = try await court()
        await #expect(throws: Importer.Killed.self) {
            try await importer.run(file(100), dyingAfter: 25)
        }
        let again = try await importer.run(file(100))
        #expect(again.progress.recorded + again.progress.replayed == 100)
        #expect(again.progress.replayed > 0)
        let cents = (1...100).reduce(0) { $0 + 100 + $1 % 90 + 10 }
        #expect(try await total(court) == Int64(cents))
    }

    @Test func `bad lines come back with their place and reason, good ones stay`() async throws {
        let (court, importer) = try await court()
        let text = """
            docket,amount,date,number,method
            D-0,10.00,2024-04-01,R-1,cash
            D-0,ten,2024-04-01,R-2,cash
            D-9,10.00,2024-04-01,R-3,cash
            D-0,10.00,2024-02-30,R-4,cash
            D-0,10.00,2024-04-01,R-5,gold
            D-0,10.00
            D-0,0.00,2024-04-01,R-6,cash
            D-0,10.00,9999-01-01,R-7,cash
            D-0,20.00,2024-04-01,R-1,cash
            """
        let outcome = try await importer.run(text)
        #expect(outcome.progress.recorded == 1 && outcome.progress.rejected == 8)
        let lines = outcome.rejects.split(separator: "\r\n")
        #expect(lines[0] == "docket,amount,date,number,method,reason")
        for (place, code) in [
            ("line 3, column 5", "LG110"), ("line 5, column 11", "LG109"),
            ("line 6, column 26", "LG111"), ("line 7", "only 2 fields"),
            ("line 8, column 5", "LG106"), ("line 9, column 11", "LG105"),
            ("line 4", "LG201"), ("line 10", "LG343"),
        ] {
            #expect(lines.contains { $0.contains(place) && $0.contains(code) }, "\(place)")
        }

        try await court.clerk.open(
            OpenDocket("D-9", judgmentOn: LedgerDate(iso: "2024-03-01"))
        )
        let corrected = try await importer.run(outcome.rejects)
        #expect(corrected.progress.recorded == 1)
    }

    @Test func `two equal lines without a number are two payments`() async throws {
        let (court, importer) = try await court()
        let text = """
            Docket,Amount,Date
            D-1,10.00,2024-04-01
            D-1,10.00,2024-04-01
            D-2,10.00,2024-04-01
            """
        #expect(try await importer.run(text).progress.recorded == 3)
        #expect(try await importer.run(text).progress.replayed == 3)
        let longer = try await importer.run(text + "\nD-1,10.00,2024-04-01\n")
        #expect(longer.progress.recorded == 1 && longer.progress.replayed == 3)
        #expect(try await total(court) == 4_000)
    }

    @Test func `a dry run keeps nothing`() async throws {
        let (court, importer) = try await court()
        let entries = try await court.entries()
        #expect(try await importer.run(file(40), dryRun: true).progress.recorded == 40)
        #expect(try await court.entries() == entries)
    }

    @Test(arguments: ["docket,amont,date\n", "", "docket,amount\n"])
    func `a header that cannot be used stops the import`(text: String) async throws {
        let (_, importer) = try await court()
        await #expect(throws: ImportFault.self) { try await importer.run(text) }
    }
}
