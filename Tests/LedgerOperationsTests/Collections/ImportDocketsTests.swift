import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct ImportDocketsTests {
    @Test func `dockets and their debts are imported once, and bad lines come back`() async throws {
        let court = try await Case.open()
        let text = """
            docket,judgment_date,rule,amount,grade
            I-1,2024-03-01,mn-609.3241,750.00,misdemeanor
            I-1,2024-03-01,mn-609.101-2,100.00,
            I-2,2024-03-01,mn-609.3241,500.00,misdemeanor
            I-3,2024-03-01,mn-609.3241,99.00,misdemeanor
            I-4,2024-03-32,mn-609.3241,500.00,misdemeanor
            I-5,2024-03-01,mn-1,500.00,misdemeanor
            """
        let first = try await run(text, court.clerk)
        #expect(first.progress.recorded == 3 && first.progress.rejected == 3)
        for code in ["LG205", "LG109", "LG206"] { #expect(first.rejects.contains(code)) }
        let entries = try await court.entries()
        let second = try await run(text, court.clerk)
        #expect(second.progress.recorded == 0 && second.progress.replayed == 3)
        #expect(try await court.entries() == entries)
        let payment = try await court.pay("800.00") { $0.docket = "I-1" }
        #expect(payment.allocation?.lines.map(\.applied.description) == ["750.00", "50.00"])
    }

    @Test func `a docket that is there is added to only as it was opened`() async throws {
        let court = try await Case.open()
        try await court.clerk.open(
            OpenDocket("I-1", judgmentOn: LedgerDate(iso: "2024-03-02"), isEntity: true)
        )
        let header = "docket,judgment_date,rule,amount,grade,entity\n"
        for (line, code) in [
            ("I-1,2024-03-01,mn-609.3241,750.00,misdemeanor,yes", "LG202"),
            ("I-1,2024-03-02,mn-609.3241,750.00,misdemeanor,no", "LG202"),
            ("I-1,2024-03-02,mn-609.3241,750.00,misdemeanor,yes", nil),
        ] {
            let done = try await run(header + line, court.clerk)
            #expect(done.progress.recorded == (code == nil ? 1 : 0), "\(line)")
            #expect(code.map(done.rejects.contains) ?? done.rejects.isEmpty, "\(line)")
        }
    }

    private func run(
        _ text: String,
        _ ledger: Ledger
    ) async throws -> (progress: ImportProgress, rejects: String) {
        var rejects: [UInt8] = []
        let progress = try await ledger.importDockets(
            ImportFile(source: "court"),
            opening: {
                var pieces = [Array(text.utf8)]
                return { pieces.popLast() }
            },
            rejects: { rejects += $0 }
        )
        return (progress, String(decoding: rejects, as: UTF8.self))
    }
}
