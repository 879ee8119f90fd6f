public import LedgerModel

/// What is wrong with a fund's history, and where.
public struct OpeningFault: Error, Hashable, Sendable {
    /// The name of the file.
    public let file: String

    /// The line, counted from 1; 0 for the file as a whole.
    public let line: Int

    /// The character in the line, counted from 1.
    public let column: Int

    /// What is wrong and what to do.
    public let reason: String

    /// The refusal behind it, if it is one.
    public let code: LedgerRefusal.Code?

    init(_ file: OpeningFile, line: Int = 0, column: Int = 1, reason: String) {
        self.file = file.name
        self.line = line
        self.column = column
        self.reason = reason
        code = nil
    }

    init(_ file: OpeningFile, line: Int = 0, column: Int = 1, _ refusal: LedgerRefusal) {
        self.file = file.name
        self.line = line
        self.column = column
        reason = "\(refusal)"
        code = refusal.code
    }
}

/// A history that was not brought in: nothing of it was kept.
public struct OpeningFaults: Error, Hashable, Sendable {
    /// The faults that were found first, file by file.
    public let faults: [OpeningFault]

    /// How many there are; more than are listed when a file is wrong throughout.
    public let count: Int
}

/// Faults as they are found; those beyond a limit are only counted.
struct FaultList: Sendable {
    private var faults: [OpeningFault] = []
    private(set) var count = 0

    private static let limit = 10_000

    mutating func add(_ fault: OpeningFault) {
        count += 1
        if faults.count < Self.limit { faults.append(fault) }
    }

    func check() throws(OpeningFaults) {
        if count > 0 { throw OpeningFaults(faults: faults, count: count) }
    }
}
