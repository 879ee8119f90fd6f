/// What may be done with what was read.
package enum StatementVerdict: Int, Comparable, Sendable {
    /// Everything that the file says about itself holds.
    case accepted
    /// Read, but something does not hold: not to be used until a person releases it.
    case quarantined
    /// Not read, or not wholly: not to be used.
    case rejected

    package static func < (left: StatementVerdict, right: StatementVerdict) -> Bool {
        left.rawValue < right.rawValue
    }
}
