public import LedgerModel
import LedgerStore
import PostgresClient

/// What a person does about an exception.
public enum ExceptionChange: Hashable, Sendable {
    /// A login sees to it, by a day or by that of its class.
    case assign(to: String, by: LedgerDate?)
    /// It ended, or is an error that the bank or the books have to put right.
    case resolve(ReconciliationException.Resolution, reason: String)
    /// It did not end.
    case reopen(reason: String)
}

extension Ledger {
    /// What nobody has explained at the end of a day, of one bank account or of everything.
    public func exceptions(
        asOf day: LedgerDate? = nil,
        of account: String? = nil
    ) async throws -> [ReconciliationException] {
        let scope = ReportScope(end: day)
        return try await read(scope) { connection, reading in
            try await connection.exceptions(asOf: reading.scope.end, account: account)
        }
    }

    /// Records who sees to an exception, how it ended, or that it did not.
    ///
    /// Refused with `LG958` for a name that today's list does not have, `LG959` for an end that
    /// does not fit, `LG601` for a login without a role here, `LG108` without a reason.
    @discardableResult
    public func change(
        exception name: String,
        _ change: ExceptionChange,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        var statement: [String: DoorCommand.Field] = ["exception": .text(name)]
        switch change {
        case .assign(let login, let day):
            statement["change"] = .text("assigned")
            statement["login"] = .text(login)
            statement["due_on"] = day.map(DoorCommand.Field.day) ?? .text(nil)
        case .resolve(let resolution, let reason):
            try SensitiveText.check(reason, in: "reason")
            statement["change"] = .text("resolved")
            statement["resolution"] = .text(resolution.rawValue)
            statement["reason"] = .text(reason)
        case .reopen(let reason):
            try SensitiveText.check(reason, in: "reason")
            statement["change"] = .text("reopened")
            statement["reason"] = .text(reason)
        }
        return try await record(.changeExceptions, statement, options)
    }
}
