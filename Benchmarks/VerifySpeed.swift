import LedgerModel
import LedgerOperations

/// Recomputes every leaf, tree and block of the load in Swift.
struct VerifySpeed {
    private let bench: BenchLedger

    init(_ bench: BenchLedger) { self.bench = bench }

    func run(into results: inout Results) async throws {
        let (report, time) = try await seconds { try await bench.owner.verify() }
        precondition(report.isIntact, "\(report.findings)")
        let entries = Double(report.sealedEntries)
        results.add(
            "Verification",
            [
                ["entries", "seconds", "seconds per million entries"],
                ["\(report.sealedEntries)", time.digits(1), (time / entries * 1e6).digits(1)],
            ],
            notes: ["Peak memory of the process so far: \(peakMemory()) MB."]
        )
    }
}
