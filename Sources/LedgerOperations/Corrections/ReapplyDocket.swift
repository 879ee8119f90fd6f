public import LedgerModel
import LedgerStore
import PostgresClient

/// Money of a docket that waited and found its debt.
public struct AppliedMoney: Hashable, Sendable {
    /// The reference of the docket.
    public let docket: String
    /// What no debt took before.
    public let unapplied: Money
    /// What debts took of it.
    public let applied: Money
}

extension Ledger {
    /// Places all receipts of a docket where the payment order has them now.
    ///
    /// For money that waited until a debt was ordered, a joint claim opened again or a judgment was
    /// amended. What stands where it should stays as it is, so a second run does nothing. Refused
    /// with `LG201` without the docket.
    @discardableResult
    public func reapply(
        _ docket: String,
        on day: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> [ReturnedCollection.Reapplied] {
        let books = try await self.books()
        let day = try date(day, books)
        return try await write(options) { connection in
            guard let row = try await connection.dockets([docket]).first else {
                throw LedgerRefusal(.docketUnknown, detail: docket)
            }
            return try await reapply(row, books, on: day, options.requestKey, connection)
        }
    }

    /// Applies money received up to a day that waits on dockets with open debts.
    ///
    /// Each docket is a transaction of its own; a dry run lists what would be applied.
    public func applyUnapplied(
        through day: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> [AppliedMoney] {
        let books = try await self.books()
        let through = try date(day, books)
        let today = try date(.today, books)
        let dockets = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                let ids = try await connection.unapplied(asOf: through)
                    .filter(\.amount.isPositive).compactMap(\.docketID)
                let open = try await connection.open(amongDockets: ids)
                return try await connection.dockets([], ids: open.sorted())
            }
        }
        var applied: [AppliedMoney] = []
        for docket in dockets.sorted(by: { $0.id < $1.id }) {
            let key = "\(options.requestKey):\(docket.id)"
            let (before, after) = try await write(options) { connection in
                let before = try await connection.refundable(docket: docket.id).unapplied
                _ = try await reapply(docket, books, on: today, key, connection)
                return (before, try await connection.refundable(docket: docket.id).unapplied)
            }
            if after < before {
                applied.append(
                    AppliedMoney(
                        docket: docket.reference,
                        unapplied: before,
                        applied: try before - after
                    )
                )
            }
        }
        return applied
    }

    /// Places all receipts of a docket anew within the transaction that is open, on a day or each
    /// on its own.
    func reapply(
        _ docket: DocketRow,
        _ books: StoredBooks,
        on day: LedgerDate?,
        _ key: String,
        _ connection: isolated PostgresConnection
    ) async throws -> [ReturnedCollection.Reapplied] {
        try await connection.lock(dockets: [docket.id])
        return try await Reapplication(
            ledger: self,
            books: books,
            docket: docket,
            day: day,
            key: key
        ).run(connection)
    }
}
