public import LedgerModel
import LedgerStore

/// A person's work through the open lines of a bank account, one decision after the other.
///
/// Each decision is a transaction of its own: whatever ends the work, what was decided stands. Who
/// was faster at the same account is told by the refusal, and ``reload()`` shows how it stands.
public struct ClearingDesk: Sendable {
    /// What a decision did, so that it can be undone.
    private enum Step: Sendable {
        case made(MatchName)
        case rejected
        case skipped
    }

    /// What is open, as far as this desk knows.
    public private(set) var items: OpenItems
    /// The line that waits for a decision; nil when all lines were seen.
    public var line: OpenLine? { queue.first }
    /// How many lines wait, this one among them.
    public var waiting: Int { queue.count }

    private let ledger: Ledger
    private let account: Int64
    private let day: LedgerDate?
    private var queue: [OpenLine]
    private var steps: [(line: OpenLine, step: Step)] = []

    /// Sits down at a bank account, at its lines up to a day.
    public init(
        _ ledger: Ledger,
        account code: String,
        through day: LedgerDate? = nil
    ) async throws {
        self.ledger = ledger
        self.day = day
        account = try await ledger.attempt {
            try await ledger.store.withTransaction { try await $0.knownBankAccount(code) }
        }
        items = try await ledger.openItems(account: code, through: day)
        queue = items.lines
    }

    /// The best explanation of the line that waits.
    public var proposal: MatchRecord? { line.flatMap { items.proposals(for: $0).first } }

    /// Entries that move as much as the line that waits, the nearest first.
    public var candidates: [OpenEntry] { line.map { items.entries(like: $0) } ?? [] }

    /// Looks again at what is open; what was skipped does not come back.
    public mutating func reload() async throws {
        items = try await ledger.openItems(account: items.account, through: day)
        let open = Dictionary(uniqueKeysWithValues: items.lines.map { ($0.id, $0) })
        queue = queue.compactMap { open[$0.id] }
    }

    /// Accepts the best explanation; a difference goes to the account that its rule names.
    @discardableResult
    public mutating func accept() async throws -> Recorded? {
        guard let line, let proposal else { return nil }
        if proposal.canBeAccepted {
            let recorded = try await ledger.change("accepted", [proposal.id], nil, .init())
            return finish(line, proposal, proposal.name, recorded)
        }
        guard proposal.state == "proposed", let role = proposal.differenceRole else {
            throw LedgerRefusal(.matchStateDiffers, detail: proposal.sentence)
        }
        var parts = MatchParts(account: account, difference: role)
        parts.lines = proposal.lines.map { ($0.lineID, Money(cents: abs($0.amount.cents))) }
        parts.entries = proposal.entries.map { ($0.id, Money(cents: abs($0.amount.cents))) }
        let recorded = try await ledger.record(parts, .init())
        return finish(line, proposal, recorded.match, recorded)
    }

    /// Rejects the best explanation for good; the line waits on.
    @discardableResult
    public mutating func reject() async throws -> Recorded? {
        guard let line, let proposal else { return nil }
        let recorded = try await ledger.change("rejected", [proposal.id], nil, .init())
        items.drop(proposal)
        steps.append((line, .rejected))
        return recorded
    }

    /// Ties the line to entries, each whole or the part that is named, above zero; an account takes
    /// what the line moves beyond them.
    @discardableResult
    public mutating func match(
        _ entries: [(entry: OpenEntry, part: Money?)],
        difference: AccountRole? = nil
    ) async throws -> Recorded? {
        guard let line else { return nil }
        var parts = MatchParts(account: account, difference: difference)
        parts.lines = [(line.id, nil)]
        parts.entries = entries.map { ($0.entry.id, $0.part) }
        let recorded = try await ledger.record(parts, .init())
        var taken: [OpenEntry: Money] = [:]
        for (entry, part) in entries {
            taken[entry] =
                part.map { entry.open < .zero ? Money(cents: -$0.cents) : $0 } ?? entry.open
        }
        return finish(line, [line: line.open], taken, recorded.match, recorded)
    }

    /// Posts the line straight from its statement.
    @discardableResult
    public mutating func resolve(as template: LineTemplate) async throws -> Recorded? {
        guard let line else { return nil }
        var parts = MatchParts(account: account)
        parts.lines = [(line.id, nil)]
        let resolved = try await ledger.resolve(parts, moving: line.open, as: template, .init())
        let recorded = resolved.recorded
        return finish(line, [line: line.open], [:], recorded.match, recorded)
    }

    /// Leaves the line open and goes on.
    public mutating func skip() {
        guard let line else { return }
        queue.removeFirst()
        steps.append((line, .skipped))
    }

    /// Takes the last decision back and returns to its line; nil when there is none.
    ///
    /// A match is dissolved, with what it had posted. What a return took back stays so; what was
    /// rejected is not proposed again: that line is matched by hand.
    public mutating func undo() async throws -> OpenLine? {
        guard let (line, step) = steps.last else { return nil }
        if case .made(let name) = step {
            try await ledger.unmatch(name, reason: "undone at once")
        }
        steps.removeLast()
        if queue.first?.id != line.id { queue.insert(line, at: 0) }
        try await reload()
        return line
    }

    private mutating func finish(
        _ line: OpenLine,
        _ proposal: MatchRecord,
        _ name: MatchName?,
        _ recorded: Recorded
    ) -> Recorded {
        let tied = Dictionary(uniqueKeysWithValues: proposal.lines.map { ($0.lineID, $0.amount) })
        let used = items.lines.reduce(into: [:]) { $0[$1] = tied[$1.id] }
        let parts = Dictionary(uniqueKeysWithValues: proposal.entries.map { ($0.id, $0.amount) })
        let taken = items.entries.reduce(into: [:]) { $0[$1] = parts[$1.id] }
        return finish(line, used, taken, name, recorded)
    }

    private mutating func finish(
        _ line: OpenLine,
        _ used: [OpenLine: Money],
        _ taken: [OpenEntry: Money],
        _ name: MatchName?,
        _ recorded: Recorded
    ) -> Recorded {
        items.claim(lines: used, entries: taken)
        let open = Dictionary(uniqueKeysWithValues: items.lines.map { ($0.id, $0) })
        queue = queue.compactMap { open[$0.id] }
        if let name { steps.append((line, .made(name))) }
        return recorded
    }
}

extension Recorded {
    /// The match that a command made; nil while its entry is not sealed.
    public var match: MatchName? { number.map { MatchName(entry: $0, number: 1) } }
}
