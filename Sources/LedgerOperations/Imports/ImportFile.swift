public import LedgerModel

/// A file to be imported: where it comes from, how it is read, and what it must add up to.
public struct ImportFile: Hashable, Sendable {
    /// The name under which its receipt numbers are unique, such as the court's own system.
    public var source: String

    /// Its name without its place.
    public var name: String

    /// How it is read; nil for a file with the ledger's own columns.
    public var mapping: ImportMapping?

    /// How many lines it must have, the header and a trailer not counted.
    public var expectedLines: Int?

    /// What its amounts must add up to.
    public var expectedSum: Money?

    /// Whether everything is checked and nothing kept.
    ///
    /// Each batch is then checked by itself.
    public var isDryRun: Bool

    /// Describes a file.
    public init(
        source: String,
        name: String = "standard input",
        mapping: ImportMapping? = nil,
        expectedLines: Int? = nil,
        expectedSum: Money? = nil,
        isDryRun: Bool = false
    ) {
        self.source = source
        self.name = name
        self.mapping = mapping
        self.expectedLines = expectedLines
        self.expectedSum = expectedSum
        self.isDryRun = isDryRun
    }
}

/// The next bytes of a file; nil at its end.
public typealias ImportBytes = () throws -> [UInt8]?
