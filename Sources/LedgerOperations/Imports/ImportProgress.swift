public import LedgerModel

/// How far an import has come, and at its end what it did.
public struct ImportProgress: Hashable, Sendable {
    /// Bytes of the file that were read.
    public internal(set) var bytes = 0

    /// Lines read, the header and a trailer not counted.
    public internal(set) var lines = 0

    /// What was recorded: collections, or debts.
    public internal(set) var recorded = 0

    /// Lines that had been recorded before.
    public internal(set) var replayed = 0

    /// Lines not imported.
    public internal(set) var rejected = 0

    /// How many lines the whole file has.
    public internal(set) var fileLines = 0

    /// What the amounts of the whole file add up to, as far as they can be read.
    public internal(set) var fileSum = Money.zero

    /// Payments of the file that look alike.
    public internal(set) var lookAlikes = LookAlikes()
}
