import LedgerModel
import LedgerStore
import PostgresClient

extension Ledger {
    /// Takes back the receipt that a line returned, unless that was done before, and ties the line
    /// to the reversal, in one transaction.
    func takeBack(
        _ line: MatchParts,
        receipt: Int64?,
        _ options: CommandOptions
    ) async throws -> ResolvedLine {
        let books = try await self.books()
        let today = try date(.today, books)
        var own = options
        own.requestKey = "\(options.requestKey):return"
        let taking = own
        let (reply, taken) = try await write(options) { connection in
            let original = try await connection.original(of: line.lines[0].id, receipt: receipt)
            let taken =
                try await original.reversalID == nil
                ? self.take(
                    back: original.collection(by: today),
                    taking,
                    books,
                    connection
                ) : nil
            if let refusal = taken?.reply.refusal { throw refusal }
            var parts = line
            parts.entries = (taken?.reply.entryID ?? original.reversalID).map { [($0, nil)] } ?? []
            let command = DoorCommand(
                key: options.requestKey,
                memo: options.memo,
                statement: parts.statement
            )
            let reply = try await connection.ask(.recordMatches, [command])[0]
            // Neither stands without the other.
            if let refusal = reply.refusal, taken != nil { throw refusal }
            return (reply, taken)
        }
        var returned: ReturnedCollection?
        if let taken {
            returned = ReturnedCollection(
                recorded: try await recorded(taken.reply, own),
                reapplied: taken.reapplied
            )
        }
        return ResolvedLine(recorded: try await recorded(reply, options), returned: returned)
    }
}

extension ReturnedReceiptRow {
    /// What is to be taken back, on the day of the bank, which may be ahead of the court's.
    fileprivate func collection(by today: LedgerDate) -> ReturnCollection {
        ReturnCollection(
            entryID,
            reason: method == "ach" ? .returnedACH : .returnedCheck,
            returned: .on(min(returnedOn, today))
        )
    }
}

extension PostgresConnection {
    /// The one receipt that a line gives back: the named one, or that which its trace or check
    /// number names; `LG931` or `LG932` otherwise.
    fileprivate func original(
        of line: LineID,
        receipt: Int64?
    ) async throws -> ReturnedReceiptRow {
        let found = try await returnedReceipts(
            statement: line.statement,
            ordinal: line.ordinal,
            receipt: receipt
        )
        // One that stands before those that came back already.
        let standing = found.filter { $0.reversalID == nil }
        let fitting = standing.isEmpty ? found : standing
        guard let original = fitting.first else {
            throw LedgerRefusal(.originalUnknown, detail: "no receipt of this amount and number")
        }
        guard fitting.count == 1 else {
            let names = fitting.map { "\($0.receipt) of \($0.source)" }.joined(separator: ", ")
            throw LedgerRefusal(.originalAmbiguous, detail: "receipts \(names)")
        }
        return original
    }
}
