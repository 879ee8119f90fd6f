/// What an independent verification of one jurisdiction's books found.
public struct VerificationReport: Hashable, Sendable {
    /// The code of the jurisdiction.
    public let jurisdiction: String

    /// How many entries are sealed.
    public let sealedEntries: Int64

    /// How many entries wait in the tail; nothing protects those yet.
    public let unsealedEntries: Int64

    /// How many blocks the chain has.
    public let blocks: Int64

    /// The hash of the last block, empty when there is none.
    public let chainHead: [UInt8]

    /// Every check that was made, in order.
    public let checks: [VerificationCheck]

    /// What was not checked, and why, in plain words.
    public let notices: [String]

    /// How long the verification took, in seconds.
    public let seconds: Double

    /// Makes a report.
    public init(
        jurisdiction: String,
        sealedEntries: Int64,
        unsealedEntries: Int64,
        blocks: Int64,
        chainHead: [UInt8],
        checks: [VerificationCheck],
        notices: [String],
        seconds: Double
    ) {
        self.jurisdiction = jurisdiction
        self.sealedEntries = sealedEntries
        self.unsealedEntries = unsealedEntries
        self.blocks = blocks
        self.chainHead = chainHead
        self.checks = checks
        self.notices = notices
        self.seconds = seconds
    }

    /// Whether no check found anything.
    public var isIntact: Bool { checks.allSatisfy { $0.violations == 0 } }

    /// The findings that the checks kept, in the order of the checks.
    public var findings: [VerificationFinding] { checks.flatMap(\.findings) }

    /// The finding at the lowest entry number, or the first one when none names an entry.
    ///
    /// What entries wrote comes before what was derived from it: an altered posting makes a total
    /// wrong, too.
    public var firstFinding: VerificationFinding? {
        let sealed = checks.filter { $0.subject.isOfSeals }.flatMap(\.findings)
        return lowest(sealed) ?? sealed.first ?? lowest(findings) ?? findings.first
    }

    private func lowest(_ findings: [VerificationFinding]) -> VerificationFinding? {
        findings.filter { $0.entryNumber != nil }
            .min { ($0.entryNumber ?? 0) < ($1.entryNumber ?? 0) }
    }
}
