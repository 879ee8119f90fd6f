public import LedgerModel
import LedgerStore

/// A line of a statement that is not explained, or not in full.
public struct OpenLine: Hashable, Sendable {
    /// How it is named; nil while its statement is not sealed.
    public let name: StatementLineName?
    /// When the bank booked it.
    public let bookedOn: LedgerDate
    /// From when it counts for interest.
    public let valueOn: LedgerDate?
    /// The bank's code for the kind of movement.
    public let typeCode: String
    /// What the bank wrote.
    public let text: String
    /// The names found in it, as `ticket 4711`.
    public let references: String
    /// What it says of an entry sent earlier, as `returned R01`; empty for most.
    public let returns: String
    /// What it moved, above zero into the account.
    public let amount: Money
    /// What of that is not explained.
    public internal(set) var open: Money

    let id: LineID

    init(_ row: OpenLineRow) {
        id = LineID(statement: row.statementID, ordinal: row.ordinal)
        name = row.statement.map { StatementLineName(statement: $0, ordinal: row.ordinal) }
        bookedOn = row.bookedOn
        valueOn = row.valueOn
        typeCode = row.typeCode
        text = row.text
        references = row.references
        returns = row.returns
        amount = Money(cents: row.amount)
        open = Money(cents: row.amount - row.claimed)
    }
}

/// What an entry moved on the account that a bank proves, and the bank has not shown in full.
public struct OpenEntry: Hashable, Sendable {
    /// The number of the entry; nil while it is not sealed.
    public let number: Int64?
    /// The day of what it records.
    public let effectiveOn: LedgerDate
    /// What kind of entry it is.
    public let kind: String
    /// Up to three of the names it has for what it moved, as `ticket 4711`.
    public let references: String
    /// What it moved, above zero into the account.
    public let amount: Money
    /// What of that the bank has not shown.
    public internal(set) var open: Money

    let id: Int64

    init(_ row: OpenEntryRow) {
        id = row.entryID
        number = row.number
        effectiveOn = row.effectiveOn
        kind = row.kind
        references = row.references
        amount = Money(cents: row.amount)
        open = Money(cents: row.amount - row.claimed)
    }
}

/// The place of a line inside the database.
struct LineID: Hashable, Sendable {
    let statement: Int64
    let ordinal: Int32
}

/// What is open on both sides of a bank account, and the proposals that would explain some of it.
public struct OpenItems: Sendable {
    /// The code of the bank account.
    public let account: String
    /// Lines of statements, by day.
    public internal(set) var lines: [OpenLine]
    /// Entries of the books, by day.
    public internal(set) var entries: [OpenEntry]
    /// Proposals, ambiguous ones among them, in the order in which they were made.
    public internal(set) var proposals: [MatchRecord]
}

extension OpenItems {
    /// What would explain a line, the surest first: one that fits before one with a difference,
    /// ambiguous ones last.
    public func proposals(for line: OpenLine) -> [MatchRecord] {
        proposals.enumerated().filter { $0.element.lines.contains { $0.lineID == line.id } }
            .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    /// Entries that move what is open of a line, the nearest day first.
    public func entries(like line: OpenLine, limit: Int = 9) -> [OpenEntry] {
        let near = entries.filter { $0.open == line.open }
            .map { (days: abs($0.effectiveOn.days(until: line.bookedOn)), entry: $0) }
            .sorted { ($0.days, $0.entry.id) < ($1.days, $1.entry.id) }
        return near.prefix(limit).map(\.entry)
    }

    /// Takes away a proposal that somebody decided about.
    mutating func drop(_ proposal: MatchRecord) {
        proposals.removeAll { $0.id == proposal.id }
    }

    /// Takes away what was matched, and the proposals that it overtook.
    mutating func claim(lines used: [OpenLine: Money], entries taken: [OpenEntry: Money]) {
        for (line, amount) in used {
            guard let index = lines.firstIndex(where: { $0.id == line.id }) else { continue }
            lines[index].open = Money(cents: lines[index].open.cents - amount.cents)
        }
        for (entry, amount) in taken {
            guard let index = entries.firstIndex(where: { $0.id == entry.id }) else { continue }
            entries[index].open = Money(cents: entries[index].open.cents - amount.cents)
        }
        lines.removeAll { $0.open == .zero }
        entries.removeAll { $0.open == .zero }
        let open = Dictionary(uniqueKeysWithValues: lines.map { ($0.id, $0.open) })
        let standing = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.open) })
        proposals.removeAll { proposal in
            proposal.lines.contains { $0.isBeyond(open[$0.lineID]) }
                || proposal.entries.contains { $0.isBeyond(standing[$0.id]) }
        }
    }
}
