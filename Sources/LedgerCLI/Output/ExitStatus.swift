/// How a command ends, as scripts see it.
package enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    /// Refused by the ledger, or findings are present.
    case refused = 1
    /// The answer was lost: repeat with the same request key.
    case inDoubt = 2
    /// An import was done in part; the rejects were written.
    case partlyDone = 3
    case usage = 64
    /// The database cannot be reached.
    case unreachable = 69
    /// A failure of our own.
    case failure = 70
    case notAllowed = 77
    case interrupted = 130
}
