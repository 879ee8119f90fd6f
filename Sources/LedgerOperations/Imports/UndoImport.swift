import LedgerModel
import LedgerStore
import PostgresClient

/// An import that was undone.
public struct UndoneImport: Hashable, Sendable {
    /// What was recorded.
    public let recorded: Recorded
    /// How many receipts, or debts, were taken back.
    public let takenBack: Int
    /// The later receipts whose money the payment order now sends elsewhere.
    public let reapplied: [ReturnedCollection.Reapplied]
}

extension Ledger {
    /// Proposes to undo the import of this number; another person must approve.
    ///
    /// The reference of what is recorded names the proposal. Refused with `LG346` for a number
    /// that is no import's, `LG347` when the import was undone before.
    @discardableResult
    public func proposeUndo(
        ofImport number: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let found = try await imported(number)
        guard found.undone == nil else {
            throw LedgerRefusal(.importUndoneAlready, detail: "\(number)")
        }
        return try await record(
            .propose,
            [
                "action": .text("undo_import"),
                "statement": .text(#"{"import": \#(found.entry)}"#),
            ],
            options
        )
    }

    /// Undoes the import that another person proposed to undo, all of it or nothing.
    ///
    /// Every receipt of it that stands is reversed, and later receipts of the same dockets are
    /// reversed and entered again where the payment order now sends their money elsewhere; all in
    /// one transaction. Refused with `LG701`, `LG702` or `LG406` for the proposal, `LG348` when
    /// money of the import was deposited or sent on, `LG349` for an import of dockets.
    @discardableResult
    public func undoImport(
        _ number: Int64,
        proposal: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> UndoneImport {
        let books = try await self.books()
        let day = try date(.today, books)
        let entry = try await imported(number).entry
        let command = DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: ["import": .number(entry), "proposal": .number(proposal)]
        )
        let (reply, reapplied) = try await write(options) { connection in
            let reply = try await connection.ask(.undoImports, [command])[0]
            var reapplied: [ReturnedCollection.Reapplied] = []
            guard reply.refusal == nil, !reply.isReplay else { return (reply, reapplied) }
            let disturbed = try await connection.disturbedDockets()
            let rows = try await connection.dockets([], ids: disturbed.map(\.docketID))
            let dockets = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
            for place in disturbed {
                guard let docket = dockets[place.docketID] else { continue }
                let reapplication = Reapplication(
                    ledger: self,
                    books: books,
                    docket: docket,
                    day: day,
                    key: "\(options.requestKey):\(docket.id)"
                )
                reapplied += try await reapplication.run(after: place.firstEntry, connection)
            }
            return (reply, reapplied)
        }
        return UndoneImport(
            recorded: try await recorded(reply, options),
            takenBack: reply.reference.flatMap(Int.init) ?? 0,
            reapplied: reapplied
        )
    }

    private func imported(_ number: Int64) async throws -> ImportRecord {
        guard let found = try await imports().first(where: { $0.number == number }) else {
            throw LedgerRefusal(.importUnknown, detail: "\(number)")
        }
        return found
    }
}
