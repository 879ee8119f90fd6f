import LedgerModel
import LedgerStore
import PostgresClient

/// How a line is posted that the books do not know yet.
public enum LineTemplate: Hashable, Sendable {
    /// What the bank charged.
    case fee
    /// What the bank paid for money lying there.
    case interest
    /// A check or transfer that came back; the receipt by the entry that recorded it, or nil for
    /// the one that the trace or check number of the line names.
    case returned(receipt: Int64?)
}

/// A line of a statement posted and explained at once.
public struct ResolvedLine: Sendable {
    /// What was recorded; its match is the first of the entry.
    public let recorded: Recorded
    /// The collection that was taken back; nil for fees, interest and what had been taken back.
    public let returned: ReturnedCollection?
}

extension Ledger {
    /// Posts a line straight from its statement and ties it to the new entry, in one transaction.
    ///
    /// A fee or interest goes against the account of that role. What was returned takes back its
    /// receipt, so that the debt is owed again; the match of the receipt's own deposit stays.
    /// Returns need the roles of a clerk and of a reconciler. Refused with `LG934` for a line that
    /// moves money the other way, `LG931` or `LG932` where the receipt is not found or not alone,
    /// `LG920` for a line that is explained, `LG922` for one that is not there.
    @discardableResult
    public func resolve(
        _ line: StatementLineName,
        of account: String,
        as template: LineTemplate,
        reason: String? = nil,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ResolvedLine {
        try SensitiveText.check(reason, in: "reason")
        let named = MatchLines(
            account,
            lines: [MatchLines.Part(line)],
            entries: [],
            reason: reason
        )
        let (parts, amount) = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                let parts = try await connection.resolve(named)
                guard
                    let amount = try await connection.amount(
                        ofStatement: parts.lines[0].id.statement,
                        line: line.ordinal
                    )
                else {
                    throw LedgerRefusal(.matchLineUnknown, detail: "line \(line)")
                }
                return (parts, Money(cents: amount))
            }
        }
        return try await resolve(parts, moving: amount, as: template, options)
    }

    func resolve(
        _ line: MatchParts,
        moving amount: Money,
        as template: LineTemplate,
        _ options: CommandOptions
    ) async throws -> ResolvedLine {
        guard (amount > .zero) == (template == .interest) else {
            throw LedgerRefusal(.lineRunsOtherWay, detail: "\(amount)")
        }
        var parts = line
        switch template {
        case .fee: parts.difference = .bankFees
        case .interest: parts.difference = .bankInterest
        case .returned(let receipt):
            return try await takeBack(line, receipt: receipt, options)
        }
        return ResolvedLine(recorded: try await record(parts, options), returned: nil)
    }
}
