/// What a source has to declare because its files do not say it.
package struct StatementOptions: Sendable {
    /// Which way money moves under type codes that BAI2 leaves to banks.
    package var bai2Directions: [Int: BAI2TypeCode.Direction] = [:]

    /// Whether a line of camt marked as a reversal has the sign of what it reverses.
    package var turnsReversals = false

    package init() {}
}

extension StatementFormat {
    /// A reader of this format.
    package func reader(_ options: StatementOptions = StatementOptions()) -> any StatementReader {
        switch self {
        case .bai2:
            RecordStatementReader(BAI2Grammar(customDirections: options.bai2Directions))
        case .nacha:
            RecordStatementReader(
                NACHAGrammar(),
                cutter: RecordCutter(width: NACHAGrammar.width)
            )
        case .camt: MarkupStatementReader(CamtGrammar(turnsReversals: options.turnsReversals))
        case .ofx: MarkupStatementReader(OFXGrammar())
        default: RecordStatementReader(MT940Grammar())
        }
    }
}
