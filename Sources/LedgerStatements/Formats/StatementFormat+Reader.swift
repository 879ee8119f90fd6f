/// What a source has to declare because its files do not say it.
package struct StatementOptions: Sendable {
    /// Which way money moves under type codes that BAI2 leaves to banks.
    package var bai2Directions: [Int: BAI2TypeCode.Direction] = [:]
    /// Whether a line of camt marked as a reversal has the sign of what it reverses.
    package var turnsReversals = false
    /// What columns mean; without it no CSV file can be read.
    package var csv: CSVMapping?
    /// Account, currency and order of dates; without it no QIF file can be read.
    package var qif: QIFMapping?

    package init() {}
}

/// A format that cannot be read as things stand.
package enum StatementFormatError: Error, Hashable {
    /// Files of this format do not say enough, and nothing is declared for the source.
    case mappingMissing(StatementFormat)
}

extension StatementFormat {
    /// A reader of this format.
    package func reader(
        _ options: StatementOptions = StatementOptions()
    ) throws(StatementFormatError) -> any StatementReader {
        switch self {
        case .bai2:
            return RecordStatementReader(BAI2Grammar(customDirections: options.bai2Directions))
        case .camt:
            return MarkupStatementReader(CamtGrammar(turnsReversals: options.turnsReversals))
        case .csv:
            guard let mapping = options.csv else { throw .mappingMissing(self) }
            return CSVStatementReader(mapping)
        case .mt940: return RecordStatementReader(MT940Grammar())
        case .nacha:
            let cutter = RecordCutter(width: NACHAGrammar.width)
            return RecordStatementReader(NACHAGrammar(), cutter: cutter)
        case .ofx: return MarkupStatementReader(OFXGrammar())
        case .qif:
            guard let mapping = options.qif else { throw .mappingMissing(self) }
            return RecordStatementReader(QIFGrammar(mapping))
        }
    }
}
