import LedgerModel
import LedgerStore
import PostgresClient

/// Sends the receipts of a docket where the payment order now has them.
///
/// Both the reversal and the new entry fall on the day of the change, so that on no day more is
/// applied to a debt than was owed; without one on the day of each receipt, where the change goes
/// back before all that it moves.
struct Reapplication: Sendable {
    let ledger: Ledger
    let books: StoredBooks
    let docket: DocketRow
    let day: LedgerDate?
    let key: String

    /// Reverses and enters again, in the transaction that is open, what stands elsewhere than it
    /// should of the receipts recorded after `entry`; of all without one.
    func run(
        after entry: Int64 = 0,
        _ connection: isolated PostgresConnection
    ) async throws -> [ReturnedCollection.Reapplied] {
        let refunds = try await connection.refunds(ofDocket: docket.id)
        // What was given back may have to be held from any receipt.
        let later = try await connection.receipts(
            after: refunds.isEmpty ? entry : 0,
            docket: docket.id
        )
        guard !later.isEmpty else { return [] }
        let given = try await connection.appliedShares(
            of: later.map(\.entryID),
            fund: docket.fundID
        )
        let held = HeldBack(refunds, from: later, applied: given)
        let moved = try await misplaced(later, given, held, connection)
        guard !moved.isEmpty else { return [] }
        let reversals = moved.reversed().map { receipt in
            DoorCommand.reversal(
                of: receipt.entryID,
                "reapplied",
                on: day ?? receipt.effectiveOn,
                key: "\(key):reverse:\(receipt.entryID)",
                memo: nil
            )
        }
        for reply in try await connection.ask(.reverseCollections, reversals) {
            if let refusal = reply.refusal { throw refusal }
        }
        var reapplied: [ReturnedCollection.Reapplied] = []
        var rest = moved[...]
        while let first = rest.first {
            let run = rest.prefix { ($0.source, $0.origin) == (first.source, first.origin) }
            reapplied += try await enter(run, like: first, held, connection)
            rest = rest.dropFirst(run.count)
        }
        return reapplied
    }

    /// The receipts that would be applied to other debts if they were received now.
    private func misplaced(
        _ later: [StandingReceipt],
        _ given: [AppliedShare],
        _ held: HeldBack,
        _ connection: isolated PostgresConnection
    ) async throws -> [StandingReceipt] {
        let claim = try await connection.claim(docket: docket.id)
        var desk = try await ledger.desk(claim, books, connection)
        try desk.add(given, sign: -1, docket: docket.id)
        var moved: [StandingReceipt] = []
        for receipt in later {
            let own = given.filter { $0.entryID == receipt.entryID }
            var trial = desk
            let allocation = try trial.collect(
                receipt.amount,
                docket: docket.id,
                holdingBack: held[receipt]
            ).allocation
            if allocation.byDebt == Self.byDebt(own) {
                try desk.add(own, sign: 1, docket: docket.id)
            } else {
                desk = trial
                moved.append(receipt)
            }
        }
        return moved
    }

    /// Enters receipts on the docket, each under its own number.
    func enter(
        _ receipts: ArraySlice<StandingReceipt>,
        like first: StandingReceipt,
        _ held: HeldBack,
        _ connection: isolated PostgresConnection
    ) async throws -> [ReturnedCollection.Reapplied] {
        let claim = try await connection.claim(docket: docket.id)
        var desk = try await ledger.desk(claim, books, connection)
        var batch = CollectionBatch(
            source: first.source,
            numbersFromBook: false,
            origin: first.origin
        )
        let allocations = receipts.map { receipt in
            let line = CollectionLine(
                key: "\(key):again:\(receipt.entryID)",
                docket: docket.reference,
                amount: receipt.amount,
                effectiveOn: day ?? receipt.effectiveOn,
                method: receipt.method,
                number: receipt.number,
                payerReference: receipt.payerReference,
                heldBack: held[receipt]
            )
            return batch.append(line, claim.claims[0], first.source, &desk)
        }
        let replies = try await connection.record(batch).sorted { $0.item < $1.item }
        return try zip(receipts, zip(replies, allocations)).map { receipt, outcome in
            let (reply, allocation) = outcome
            if let refusal = reply.refusal { throw refusal }
            guard let allocation else {
                throw LedgerFailure.database("receipt \(receipt.number) was entered again already")
            }
            return ReturnedCollection.Reapplied(
                reversed: receipt.entryID,
                entry: reply.entryID,
                allocation: allocation
            )
        }
    }

    private static func byDebt(_ shares: [AppliedShare]) -> [Int16: Int64] {
        shares.reduce(into: [:]) { $0[$1.debt, default: 0] += $1.amount.cents }
    }
}

extension Allocation {
    /// What each debt got, without those that got nothing.
    fileprivate var byDebt: [Int16: Int64] {
        lines.reduce(into: [:]) { debts, line in
            if line.applied.isPositive { debts[line.debt, default: 0] += line.applied.cents }
        }
    }
}
