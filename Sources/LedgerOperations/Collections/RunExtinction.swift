public import LedgerModel
import LedgerStore
import PostgresClient

/// A debt for which liability ended by law, and what was not paid of it when it did.
public struct ExtinguishedDebt: Hashable, Sendable {
    /// The reference of the docket; nil when it was expunged.
    public let docket: String?
    /// The number of the debt on its docket.
    public let debt: Int16
    /// What it was.
    public let kind: DebtKind
    /// The statute under which it was ordered.
    public let citation: String
    /// The day on which liability ended.
    public let endedOn: LedgerDate
    /// What was open on that day.
    public let amount: Money
}

/// By what liability can end before its time, section 3613(b) of title 18.
public enum LiabilityEvent: String, CaseIterable, Hashable, Sendable, Codable {
    /// The debtor was released from prison.
    case released
    /// The debtor died.
    case died
}

extension Ledger {
    /// Ends every debt that is still owed although liability for it has ended by a day.
    ///
    /// By section 3013(c) of title 18, on the anniversary of the judgment itself, and by section
    /// 3613(b), where a release or death is recorded.
    ///
    /// What came before the end stays paid; what came later is placed, on its own day, where the
    /// payment order sends it without the debt. Run again, it ends nothing twice. Refused with
    /// `LG105` for a day to come.
    public func runExtinction(
        asOf day: LedgerDate,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> [ExtinguishedDebt] {
        let books = try await self.books()
        guard try day <= date(.today, books) else {
            throw LedgerRefusal(.dateInFuture, detail: "extinction as of \(day)")
        }
        let ended = try await write(options) { connection in
            try await extinguish(asOf: day, books, options, connection)
        }
        return ended.map { row in
            ExtinguishedDebt(
                docket: row.reference,
                debt: row.debt,
                kind: row.kind,
                citation: row.citation,
                endedOn: row.endedOn,
                amount: row.open
            )
        }
    }

    private func extinguish(
        asOf day: LedgerDate,
        _ books: StoredBooks,
        _ options: CommandOptions,
        _ connection: isolated PostgresConnection
    ) async throws -> [ExtinctionRow] {
        let rows = try await connection.extinctionsDue(asOf: day)
        var ended: [ExtinctionRow] = []
        var overpaid: Set<Int64> = []
        let commands = rows.map { $0.command(options) }
        for reply in try await connection.ask(.changeDebts, commands) {
            if let refusal = reply.refusal {
                // A rival run or payment came first; the next run sees what it left.
                guard refusal.code == .changeExceedsOpen else { throw refusal }
            } else if !reply.isReplay {
                let row = rows[reply.item - 1]
                ended.append(row)
                if reply.reference != nil { overpaid.insert(row.docketID) }
            }
        }
        try await placeAnew(overpaid, books, options, connection)
        return ended
    }

    /// Places the receipts of dockets anew, each on its own day.
    func placeAnew(
        _ dockets: Set<Int64>,
        _ books: StoredBooks,
        _ options: CommandOptions,
        _ connection: isolated PostgresConnection
    ) async throws {
        guard !dockets.isEmpty else { return }
        for docket in try await connection.dockets([], ids: dockets.sorted()) {
            let key = "\(options.requestKey):\(docket.id)"
            _ = try await reapply(docket, books, on: nil, key, connection)
        }
    }

    /// Records a release from prison or a death.
    ///
    /// Refused with `LG201` without the docket, `LG230` before the judgment or after a death.
    @discardableResult
    public func record(
        _ event: LiabilityEvent,
        on docket: String,
        happened: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let day = try await date(happened, books())
        let reply = try await write(options) { connection in
            guard let docket = try await connection.dockets([docket]).first else {
                throw LedgerRefusal(.docketUnknown, detail: docket)
            }
            let command = DoorCommand(
                key: options.requestKey,
                memo: options.memo,
                statement: [
                    "docket": .number(docket.id), "effective_on": .day(day),
                    "kind": .text(event.rawValue),
                ]
            )
            return try await connection.ask(.recordLiabilityEvents, [command])[0]
        }
        return try await recorded(reply, options)
    }
}

extension ExtinctionRow {
    /// One debt ends once with one amount, whoever runs it.
    fileprivate func command(_ options: CommandOptions) -> DoorCommand {
        DoorCommand(
            key: "extinction:\(docketID):\(debt):\(endedOn):\(owed.cents):\(open.cents)",
            memo: options.memo,
            statement: [
                "amount_cents": .number(-open.cents), "debt": .number(Int64(debt)),
                "docket": .number(docketID), "effective_on": .day(endedOn), "order": .text(nil),
                "reason": .text(DebtChangeReason.extinction.rawValue),
            ]
        )
    }
}
