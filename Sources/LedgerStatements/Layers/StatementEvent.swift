/// What a reader tells while it reads, in the order of the file.
package enum StatementEvent: Hashable, Sendable {
    /// A statement begins; what stands behind the lines, as a closing balance, is not yet known.
    case opened(StatementHeader)
    case line(StatementLine)
    /// Between `opened` and `closed` it concerns that statement, otherwise the file.
    case finding(StatementFinding)
    /// A statement ends, with all that is known of it.
    case closed(StatementHeader, ControlTotals, StatementVerdict)
    /// The file ends; its verdict is never better than that of a statement in it.
    case finished(ControlTotals, StatementVerdict)
}
