package import LedgerModel
package import LedgerStore
package import PostgresClient

extension Ledger {
    /// Hands one command to a door; a refusal is kept in the journal and thrown.
    package func record(
        _ door: Door,
        _ statement: [String: DoorCommand.Field],
        _ options: CommandOptions,
        postings: [PostingDraft] = []
    ) async throws -> Recorded {
        for (name, field) in statement {
            if case .text(let text) = field { try Self.checkText(text, named: name) }
        }
        let command = DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: statement,
            postings: postings
        )
        let reply = try await write(options) { connection in
            try await connection.ask(door, [command])[0]
        }
        return try await recorded(reply, options)
    }

    /// Runs `body` in a bound transaction, keeps it unless this is a dry run, then seals.
    package func write<Value: Sendable>(
        _ options: CommandOptions,
        _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try SensitiveText.check(options.memo, in: "memo")
        try SensitiveText.check(options.requestKey, in: "request_key", .key)
        let value = try await attempt(options.requestKey) {
            try await store.withTransaction(keeping: !options.isDryRun, body)
        }
        await sealQuietly(after: options)
        return value
    }

    /// Refuses with `LG113` a text that may not be kept, before the database or a log sees it.
    private static func checkText(_ text: String?, named name: String) throws(LedgerRefusal) {
        switch name {
        case "grantee", "received_from", "label", "name", "till", "source":
            try SensitiveText.check(text, in: name)
        case "reference", "order":
            try SensitiveText.check(text, in: name, .reference)
        case "ticket", "number":
            try SensitiveText.check(text, in: name, .slip)
        default: break
        }
    }

    /// Seals the tail if it can; the command has succeeded already, and the next sealing
    /// takes what this one left.
    package func sealQuietly() async {
        _ = try? await store.seal()
    }

    package func sealQuietly(after options: CommandOptions) async {
        if options.sealsAfterwards, !options.isDryRun { await sealQuietly() }
    }

    /// The answer for people; who leaves sealing to others is not told a number.
    func recorded(_ reply: DoorReply, _ options: CommandOptions) async throws -> Recorded {
        if let refusal = reply.refusal { throw refusal }
        let asksNumber = options.sealsAfterwards && !options.isDryRun
        return Recorded(
            entry: reply.entryID,
            number: asksNumber ? try? await store.number(of: reply.entryID) : nil,
            requestKey: options.requestKey,
            reference: reply.reference,
            isReplay: reply.isReplay,
            isDryRun: options.isDryRun
        )
    }
}
