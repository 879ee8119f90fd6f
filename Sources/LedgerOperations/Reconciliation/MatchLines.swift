public import LedgerModel
import LedgerStore
import PostgresClient

/// Lines of statements and entries of the books that a person ties.
///
/// One with one, one with many, many with one or many with many; also lines with lines or entries
/// with entries that take each other back.
public struct MatchLines: Hashable, Sendable {
    /// A side of the match by its name, whole or in part.
    public struct Part<Name: Hashable & Sendable>: Hashable, Sendable {
        /// What is tied.
        public var name: Name
        /// How much of it, above zero whichever way it moves; nil for all that is open.
        public var amount: Money?

        /// Names a part, or all that is open.
        public init(_ name: Name, amount: Money? = nil) {
            self.name = name
            self.amount = amount
        }
    }

    /// The code of the bank account.
    public var account: String
    /// Lines of its statements.
    public var lines: [Part<StatementLineName>]
    /// Entries by their numbers.
    public var entries: [Part<Int64>]
    /// The account that takes what the lines move and the entries do not: ``AccountRole/bankFees``,
    /// ``AccountRole/bankInterest`` or ``AccountRole/cashOverShort``; nil where the sums are equal.
    public var difference: AccountRole?
    /// Why, at most 200 characters, never about a person.
    public var reason: String?

    /// Describes a match.
    public init(
        _ account: String,
        lines: [Part<StatementLineName>],
        entries: [Part<Int64>],
        difference: AccountRole? = nil,
        reason: String? = nil
    ) {
        self.account = account
        self.lines = lines
        self.entries = entries
        self.difference = difference
        self.reason = reason
    }
}

extension Ledger {
    /// Ties lines to entries; what is tied is explained and open no more.
    ///
    /// Refused with `LG106` for a part of nothing, `LG920` where something is tied already, `LG921`
    /// where the sums differ and no account takes the difference, `LG922` for a line or entry that
    /// is not on this account.
    @discardableResult
    public func match(
        _ match: MatchLines,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try SensitiveText.check(match.reason, in: "reason")
        let parts = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                try await connection.resolve(match)
            }
        }
        return try await record(parts, options)
    }

    func record(_ parts: MatchParts, _ options: CommandOptions) async throws -> Recorded {
        try await record(.recordMatches, parts.statement, options)
    }
}

/// A match with the identities of what it ties.
struct MatchParts: Sendable {
    let account: Int64
    var lines: [(id: LineID, amount: Money?)] = []
    var entries: [(id: Int64, amount: Money?)] = []
    var difference: AccountRole?
    var reason: String?

    var statement: [String: DoorCommand.Field] {
        [
            "account": .number(account),
            "lines": .list(
                lines.map { line in
                    .object([
                        "statement": .number(line.id.statement),
                        "ordinal": .number(Int64(line.id.ordinal)),
                        "amount_minor": .number(ifKnown: line.amount?.cents),
                    ])
                }
            ),
            "entries": .list(
                entries.map { entry in
                    .object([
                        "entry": .number(entry.id),
                        "amount_cents": .number(ifKnown: entry.amount?.cents),
                    ])
                }
            ),
            "difference_role": .text(difference?.rawValue), "reason": .text(reason),
        ]
    }
}

extension PostgresConnection {
    /// The identities of what a match names, or `LG901` or `LG922`.
    func resolve(_ match: MatchLines) async throws -> MatchParts {
        let account = try await knownBankAccount(match.account)
        let numbers = match.lines.map(\.name.statement) + match.entries.map(\.name)
        let ids = try await entryIDs(numbered: Array(Set(numbers)))
        return MatchParts(
            account: account,
            lines: try match.lines.map { line in
                guard let statement = ids[line.name.statement] else {
                    throw LedgerRefusal(.matchLineUnknown, detail: "line \(line.name)")
                }
                return (LineID(statement: statement, ordinal: line.name.ordinal), line.amount)
            },
            entries: try match.entries.map { entry in
                guard let id = ids[entry.name] else {
                    throw LedgerRefusal(.matchLineUnknown, detail: "entry \(entry.name)")
                }
                return (id, entry.amount)
            },
            difference: match.difference,
            reason: match.reason
        )
    }
}
