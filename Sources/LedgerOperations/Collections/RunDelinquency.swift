public import LedgerModel
import LedgerStore
import PostgresClient

/// What a run of delinquency recorded.
public struct DelinquencyRun: Hashable, Sendable {
    /// As of which day.
    public let asOf: LedgerDate
    /// What became delinquent or went into default, docket by docket.
    public internal(set) var events: [Delinquency] = []
    /// Penalties recorded before that later known facts changed.
    public internal(set) var corrections: [PenaltyCorrection] = []
    /// Whether nothing was kept.
    public internal(set) var isDryRun = false
}

/// A penalty recorded before that later known facts, or a court, do not bear out.
public struct PenaltyCorrection: Hashable, Sendable {
    /// The delinquency or default as it is reckoned now, with the whole penalty.
    public let delinquency: Delinquency
    /// What was added to the penalty; negative when it was taken off.
    public let amount: Money
}

extension Ledger {
    /// Records which instalments were late enough by a day to be delinquent or in default, each
    /// once, and adds the penalties of section 3612(g) of title 18.
    ///
    /// A default without a penalty is recorded too, since it makes all due. Penalties that late
    /// facts do not bear out are corrected, and what had paid them is placed anew. Run for each day
    /// or once for many, it records the same. Refused with `LG105` for a day to come.
    public func runDelinquency(
        asOf day: LedgerDate,
        _ options: CommandOptions = CommandOptions(),
        batch size: Int = 2_000,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> DelinquencyRun {
        let books = try await self.books()
        guard try day <= date(.today, books) else {
            throw LedgerRefusal(.dateInFuture, detail: "delinquency as of \(day)")
        }
        let dockets = try await attempt { try await store.docketsWithLateTerms() }
        var run = DelinquencyRun(asOf: day)
        run.isDryRun = options.isDryRun
        try await inBatches(of: size, dockets, options, progress: progress) { batch, options in
            let rows = try await write(options) { connection in
                try await recordDelinquencies(of: batch, asOf: day, books, options, connection)
            }
            run.events += rows.filter { $0.recorded == nil }.map(\.delinquency)
            run.corrections += try rows.filter { $0.recorded != nil }.map { row in
                PenaltyCorrection(delinquency: row.delinquency, amount: try row.due())
            }
        }
        return run
    }

    private func recordDelinquencies(
        of dockets: [Int64],
        asOf day: LedgerDate,
        _ books: StoredBooks,
        _ options: CommandOptions,
        _ connection: isolated PostgresConnection
    ) async throws -> [DelinquencyRow] {
        let rows = try await connection.claimDelinquencies(dockets: dockets, asOf: day)
        guard !rows.isEmpty else { return [] }
        for reply in try await connection.record(rows, asOf: day) {
            if let refusal = reply.refusal { throw refusal }
        }
        let lowered = try rows.filter { try $0.due() < .zero }.map(\.docketID)
        try await placeAnew(Set(lowered), books, options, connection)
        return rows
    }
}
