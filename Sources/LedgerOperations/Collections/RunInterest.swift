public import LedgerModel
import LedgerStore
import PostgresClient

/// What a run of interest posted.
public struct InterestRun: Hashable, Sendable {
    /// Through which day interest was reckoned.
    public let through: LedgerDate
    /// How many debts bear interest, by how many days a year of theirs is divided: as the court had
    /// chosen when it ordered them.
    public internal(set) var debtsByDayCount: [Policies.DayCount: Int] = [:]
    /// How many debts bear interest.
    public var debts: Int { debtsByDayCount.values.reduce(0, +) }
    /// How many of them had interest to post.
    public internal(set) var raised = 0
    /// What was posted on them.
    public internal(set) var accrued = Money.zero
    /// On how many a late fact showed that too much had been posted.
    public internal(set) var lowered = 0
    /// What was taken off them.
    public internal(set) var takenOff = Money.zero
    /// Debts on which the law gives interest and whose rate nobody recorded.
    public internal(set) var withoutRate: [DebtWithoutRate] = []
    /// Whether nothing was kept.
    public internal(set) var isDryRun = false
}

/// A debt on which the law gives interest and whose rate nobody recorded.
public struct DebtWithoutRate: Hashable, Sendable {
    /// The reference of the docket; nil when it was expunged.
    public let docket: String?
    /// The number of the debt on its docket.
    public let debt: Int16
    /// What it is.
    public let kind: DebtKind
    /// The day from which it bears interest, or the next business day.
    public let from: LedgerDate
    /// What is open of it.
    public let open: Money
}

extension Ledger {
    /// Posts the interest that accrued through a day on every debt with a recorded rate.
    ///
    /// Posts what accrued less what was posted, so that the number of runs never matters and an
    /// interrupted run is finished by the next one. Where a late fact lowers what accrued, interest
    /// is taken off again as far as it is not paid. Refused with `LG105` for a day to come.
    public func runInterest(
        through day: LedgerDate,
        _ options: CommandOptions = CommandOptions(),
        batch size: Int = 2_000,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> InterestRun {
        guard try await day <= date(.today, books()) else {
            throw LedgerRefusal(.dateInFuture, detail: "interest through \(day)")
        }
        let dockets = try await attempt { try await store.docketsWithInterest() }
        var run = InterestRun(through: day)
        run.isDryRun = options.isDryRun
        try await inBatches(of: size, dockets, options, progress: progress) { batch, options in
            let before = run
            run = try await write(options) { connection in
                try await Self.accrue(before, on: batch, connection)
            }
        }
        run.withoutRate = try await attempt { try await store.missingRates(through: day) }
            .map { row in
                DebtWithoutRate(
                    docket: row.reference,
                    debt: row.debt,
                    kind: row.kind,
                    from: row.from,
                    open: row.open
                )
            }
        return run
    }

    private static func accrue(
        _ before: InterestRun,
        on dockets: [Int64],
        _ connection: isolated PostgresConnection
    ) async throws -> InterestRun {
        var run = before
        var accruals: [(docket: Int64, debt: Int16, amount: Money)] = []
        for row in try await connection.claimInterest(dockets: dockets, through: run.through) {
            run.debtsByDayCount[row.dayCount, default: 0] += 1
            let due = try row.due()
            guard due != .zero else { continue }
            try run.count(due)
            accruals.append((row.docketID, row.debt, due))
        }
        guard !accruals.isEmpty else { return run }
        for reply in try await connection.accrueInterest(accruals, through: run.through) {
            if let refusal = reply.refusal { throw refusal }
        }
        return run
    }
}

extension InterestRun {
    fileprivate mutating func count(_ due: Money) throws(LedgerRefusal) {
        if due.isPositive {
            raised += 1
            accrued = try accrued + due
        } else {
            lowered += 1
            takenOff = try takenOff - due
        }
    }
}

extension InterestRow {
    /// What is to be posted: what accrued less what was posted; what was paid stays paid.
    fileprivate func due() throws(LedgerRefusal) -> Money {
        let accrual = InterestAccrual(
            rateMillionths: rateMillionths,
            dayCount: dayCount,
            firstLiableOn: firstLiableOn,
            cap: cap
        )
        let due = try accrual.accrued(on: principal, through: lastOn) - posted
        return try max(due, .zero - open)
    }
}
