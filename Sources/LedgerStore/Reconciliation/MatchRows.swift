package import LedgerModel
import PostgresClient

/// What one rule of a run did.
package struct MatchPassRow: Sendable {
    package let entryID: Int64
    package let ruleNumber: Int16
    package let statementLines: Int32
    package let bookLines: Int32
    package let confirmed: Int32
    package let proposed: Int32
    package let ambiguous: Int32
    package let dissolved: Int32
    package let hash: String

    static let columns = """
        entry_id, rule_no, statement_count, book_count, confirmed_count, proposed_count,
        ambiguous_count, dissolved_count, encode(result_hash, 'hex')
        """

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        ruleNumber = try row.decode(at: 1)
        statementLines = try row.decode(at: 2)
        bookLines = try row.decode(at: 3)
        confirmed = try row.decode(at: 4)
        proposed = try row.decode(at: 5)
        ambiguous = try row.decode(at: 6)
        dissolved = try row.decode(at: 7)
        hash = try row.decode(at: 8)
    }
}

/// A rule as it is stored.
package struct MatchRuleRow: Sendable {
    package let version: Int32?
    package let number: Int16
    package let name: String
    package let pass: String
    package let kinds: [String]
    package let daysBefore: Int16
    package let daysAfter: Int16
    package let toleranceMinor: Int64
    package let mayConfirm: Bool
    package let differenceRole: String?

    init(_ row: PostgresRow) throws {
        version = try row.decode(at: 0)
        number = try row.decode(at: 1)
        name = try row.decode(at: 2)
        pass = try row.decode(at: 3)
        kinds = try row.decode(at: 4)
        daysBefore = try row.decode(at: 5)
        daysAfter = try row.decode(at: 6)
        toleranceMinor = try row.decode(at: 7)
        mayConfirm = try row.decode(at: 8)
        differenceRole = try row.decode(at: 9)
    }
}

/// What a rule would find, and how much of it is as it stands.
package struct TriedRuleRow: Sendable {
    package let number: Int16
    package let name: String
    package let pass: String
    /// Confirmed, proposed, ambiguous; confirmed right and wrong; proposed right and wrong.
    package let counts: [Int64]

    init(_ row: PostgresRow) throws {
        number = try row.decode(at: 0)
        name = try row.decode(at: 1)
        pass = try row.decode(at: 2)
        counts = try (3...9).map { try row.decode(Int64.self, at: $0) }
    }
}

/// A line and the few that may add up to it.
package struct MatchBlockRow: Sendable {
    package let target: Int32
    package let amount: Int64
    package let ids: [Int32]
    package let amounts: [Int64]

    init(_ row: PostgresRow) throws {
        target = try row.decode(at: 0)
        amount = try row.decode(at: 1)
        ids = try row.decode(at: 2)
        amounts = try row.decode(at: 3)
    }
}

/// Sums that were found, as the pass takes them.
package struct FoundSums: Sendable {
    package var targets: [Int32] = []
    package var areReverse: [Bool] = []
    package var counts: [Int32] = []
    package var areProven: [Bool] = []
    package var memberSums: [Int32] = []
    package var members: [Int32] = []

    package init() {}
}

/// How much is open on one side.
package struct OpenLinesRow: Sendable {
    package let lines: Int64
    package let amount: Money

    init(lines: Int64, cents: Int64) {
        self.lines = lines
        amount = Money(cents: cents)
    }
}
