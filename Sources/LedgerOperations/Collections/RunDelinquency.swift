public import LedgerModel
import LedgerStore
import PostgresClient

/// What a run of delinquency recorded.
public struct DelinquencyRun: Hashable, Sendable {
    /// As of which day.
    public let asOf: LedgerDate
    /// What the additional penalty of a default is a part of.
    public let penaltyBase: Policies.PenaltyBase
    /// What became delinquent or went into default, docket by docket.
    public internal(set) var events: [Delinquency] = []
    /// Whether nothing was kept.
    public internal(set) var isDryRun = false
}

extension Ledger {
    /// Records which instalments were late enough by a day to be delinquent or in default, each
    /// once, and adds the penalties of section 3612(g) of title 18.
    ///
    /// Run for each day or once for many, it records the same. Refused with `LG105` for a day to
    /// come.
    public func runDelinquency(
        asOf day: LedgerDate,
        _ options: CommandOptions = CommandOptions(),
        batch size: Int = 2_000,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> DelinquencyRun {
        guard try await day <= date(.today, books()) else {
            throw LedgerRefusal(.dateInFuture, detail: "delinquency as of \(day)")
        }
        let dockets = try await attempt { try await store.docketsWithLateTerms() }
        let base = try await policies().defaultPenaltyBase
        var run = DelinquencyRun(asOf: day, penaltyBase: base)
        run.isDryRun = options.isDryRun
        try await inBatches(of: size, dockets, options, progress: progress) { batch, options in
            run.events += try await write(options) { connection in
                try await Self.recordDelinquencies(of: batch, asOf: day, connection)
            }
        }
        return run
    }

    private static func recordDelinquencies(
        of dockets: [Int64],
        asOf day: LedgerDate,
        _ connection: isolated PostgresConnection
    ) async throws -> [Delinquency] {
        let rows = try await connection.claimDelinquencies(dockets: dockets, asOf: day)
            // Less than half a cent is no penalty.
            .filter { $0.delinquency.penalty.isPositive }
        guard !rows.isEmpty else { return [] }
        for reply in try await connection.record(rows, asOf: day) {
            if let refusal = reply.refusal { throw refusal }
        }
        return rows.map(\.delinquency)
    }
}
