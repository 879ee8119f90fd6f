public import LedgerModel
import LedgerStore

/// Lines of statements tied to entries of the books, why, and what became of it.
public struct MatchRecord: Hashable, Sendable {
    /// A line of a statement, or the part of it that is tied.
    public struct Line: Hashable, Sendable {
        /// How it is named; nil while its statement is not sealed.
        public let name: StatementLineName?
        /// When the bank booked it.
        public let bookedOn: LedgerDate?
        /// What the bank wrote.
        public let text: String
        /// What of it is tied.
        public let amount: Money

        let lineID: LineID
    }

    /// An entry of the books, or the part of what it moved that is tied.
    public struct Entry: Hashable, Sendable {
        /// Its number; nil while it is not sealed.
        public let number: Int64?
        /// The day of what it records.
        public let effectiveOn: LedgerDate?
        /// What kind of entry it is.
        public let kind: String
        /// What of it is tied.
        public let amount: Money

        let id: Int64
    }

    /// How it is named; nil while its entry is not sealed.
    public let name: MatchName?
    /// The code of the bank account.
    public let account: String
    /// `confirmed`, `accepted`, `proposed`, `ambiguous`, `rejected`, `dissolved` or `overtaken`.
    public let state: String
    /// The rule that made it, as `reference`; nil for persons.
    public let rule: String?
    /// The pass of that rule.
    public let pass: String?
    /// The version of the set of rules.
    public let rulesVersion: Int32?
    /// The account that takes a difference, as its rule has it; nil for none.
    public let differenceRole: AccountRole?
    /// What both sides have in common.
    public let key: String?
    /// What the lines move and the entries do not.
    public let difference: Money
    /// How many banking days the bank was after the books.
    public let days: Int?
    /// How many further lines would have fitted.
    public let statementRivals: Int
    /// How many further entries would have fitted.
    public let bookRivals: Int
    /// What the person said who made it.
    public let reason: String?
    /// When it was made, in UTC.
    public let made: String
    /// Who made it, or ran the rules that did.
    public let login: String
    /// What became of it, in words.
    public let changes: String
    /// The lines that it ties.
    public let lines: [Line]
    /// The entries that it ties.
    public let entries: [Entry]

    let id: ID

    struct ID: Hashable, Sendable {
        let entry: Int64
        let number: Int32
    }

    init(_ row: MatchRow, _ members: [MatchMemberRow]) {
        id = ID(entry: row.entryID, number: row.matchNo)
        name = row.number.map { MatchName(entry: $0, number: row.matchNo) }
        account = row.account
        state = row.state
        rule = row.rule
        pass = row.pass
        rulesVersion = row.rulesVersion
        differenceRole = row.differenceRole.flatMap(AccountRole.init)
        key = row.key
        difference = Money(cents: row.difference)
        days = row.days.map(Int.init)
        statementRivals = Int(row.statementRivals)
        bookRivals = Int(row.bookRivals)
        reason = row.reason
        made = row.recordedAt.text
        login = row.login
        changes = row.changes
        lines = members.compactMap(Line.init)
        entries = members.compactMap(Entry.init)
    }
}

extension MatchRecord.Line {
    init?(_ row: MatchMemberRow) {
        guard let ordinal = row.ordinal else { return nil }
        self.init(
            name: row.number.map { StatementLineName(statement: $0, ordinal: ordinal) },
            bookedOn: row.movedOn,
            text: row.words,
            amount: Money(cents: row.amount),
            lineID: LineID(statement: row.memberID, ordinal: ordinal)
        )
    }

    /// Whether no more than `open` is left and that is less than is tied.
    func isBeyond(_ open: Money?) -> Bool {
        abs(open?.cents ?? 0) < abs(amount.cents)
    }
}

extension MatchRecord.Entry {
    init?(_ row: MatchMemberRow) {
        guard row.ordinal == nil else { return nil }
        self.init(
            number: row.number,
            effectiveOn: row.movedOn,
            kind: row.words,
            amount: Money(cents: row.amount),
            id: row.memberID
        )
    }

    /// Whether no more than `open` is left and that is less than is tied.
    func isBeyond(_ open: Money?) -> Bool {
        abs(open?.cents ?? 0) < abs(amount.cents)
    }
}

extension MatchRecord {
    /// What one would look at first: what can be accepted, what differs, what is ambiguous.
    var rank: Int {
        if state == "ambiguous" { return 2 }
        return difference == .zero ? 0 : 1
    }

    /// Whether it is a proposal that can be accepted as it is.
    public var canBeAccepted: Bool { state == "proposed" && difference == .zero }

    /// What moved on the statements, in and out together.
    public var turnover: Money {
        Money(cents: lines.reduce(0) { $0 + abs($1.amount.cents) })
    }
}
