/// One thing that does not hold: where it is, and what is wrong with it.
public struct VerificationFinding: Hashable, Sendable {
    /// The number of the entry, where one can be named.
    public let entryNumber: Int64?

    /// The number of the block, where one can be named.
    public let blockNumber: Int64?

    /// The table that was altered.
    public let table: String

    /// The altered columns, as far as they can be told; empty for whole rows.
    public let columns: [String]

    /// What is wrong, in words.
    public let explanation: String

    /// Makes a finding.
    public init(
        entryNumber: Int64? = nil,
        blockNumber: Int64? = nil,
        table: String,
        columns: [String] = [],
        explanation: String
    ) {
        self.entryNumber = entryNumber
        self.blockNumber = blockNumber
        self.table = table
        self.columns = columns
        self.explanation = explanation
    }
}
