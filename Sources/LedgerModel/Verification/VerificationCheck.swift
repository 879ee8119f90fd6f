/// One line of a verification: what was compared, how often, and what did not hold.
public struct VerificationCheck: Hashable, Sendable {
    /// What is compared with what.
    public enum Subject: String, Sendable, CaseIterable {
        /// The numbers of sealed entries: gapless, in ascending order of identity within a block.
        case numbers
        /// Everything an entry wrote against its leaf hash.
        case entries
        /// Leaf hashes against the root of their block.
        case roots
        /// The headers of blocks against their hashes, their contents and each other.
        case chain
        /// Rows of sealed tables that belong to no entry.
        case strays
        /// Day totals against postings.
        case balances
        /// What was applied to debts against postings.
        case debts
        /// Joint claims against the debts that make them up.
        case claims
        /// What lines of statements and of the books are explained against the matches that stand.
        case matches
        /// What receipts moved, and how it was shared, against their amounts.
        case receipts
        /// What was sent on against the shares that it names, and these against their postings.
        case remittances
        /// Gated debts that were paid against the debts that come before them.
        case gates
        /// What debts and dockets hold against what they may hold.
        case limits
        /// Roles held against the history of roles.
        case roles
        /// Logins against the names under which they received roles and tokens.
        case logins
        /// Tokens in force against the history of tokens.
        case tokens
        /// Closed days against the history of closing and reopening.
        case periods
        /// Docket references against their commitments.
        case references
        /// Entries waiting to be sealed against their headers.
        case tail
        /// The chain against a block published before.
        case checkpoint

        /// Whether it compares what entries wrote with their seals.
        public var isOfSeals: Bool { [.numbers, .entries, .roots, .chain].contains(self) }
    }

    /// What is compared.
    public let subject: Subject

    /// How many things were compared.
    public let checked: Int64

    /// How many of them did not hold.
    public let violations: Int64

    /// The first of them; at most ten are kept.
    public let findings: [VerificationFinding]

    /// How long it took, in seconds; checks made in one pass over the seals show it at `entries`.
    public let seconds: Double

    /// Makes a check.
    public init(
        _ subject: Subject,
        checked: Int64,
        violations: Int64,
        findings: [VerificationFinding],
        seconds: Double
    ) {
        self.subject = subject
        self.checked = checked
        self.violations = violations
        self.findings = findings
        self.seconds = seconds
    }
}
