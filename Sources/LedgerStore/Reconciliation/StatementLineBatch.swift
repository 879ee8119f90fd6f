package import LedgerModel
package import PostgresClient

/// Lines of statements on their way into the database, by column.
package struct StatementLineBatch: Sendable {
    private var statements: [Int64] = []
    private var ordinals: [Int32] = []
    private var bookedOn: [PostgresDate?] = []
    private var valueOn: [PostgresDate?] = []
    private var amounts: [Int64] = []
    private var currencies: [String] = []
    private var statuses: [String] = []
    private var typeCodes: [String] = []
    private var texts: [String] = []
    private var firstBytes: [Int64] = []
    private var endBytes: [Int64] = []
    private var references = References()
    private var returns = Returns()

    /// A line as it is kept.
    package struct Line: Sendable {
        package var statement: Int64
        package var ordinal: Int32
        package var bookedOn: LedgerDate?
        package var valueOn: LedgerDate?
        package var amountMinor: Int64
        package var currency: String
        package var status: String
        package var typeCode: String
        package var text: String
        package var bytes: Range<Int>
        package var references: [(kind: String, key: String)] = []
        package var returns: [Return] = []

        package init(
            statement: Int64,
            ordinal: Int32,
            bookedOn: LedgerDate?,
            valueOn: LedgerDate?,
            amountMinor: Int64,
            currency: String,
            status: String,
            typeCode: String,
            text: String,
            bytes: Range<Int>
        ) {
            self.statement = statement
            self.ordinal = ordinal
            self.bookedOn = bookedOn
            self.valueOn = valueOn
            self.amountMinor = amountMinor
            self.currency = currency
            self.status = status
            self.typeCode = typeCode
            self.text = text
            self.bytes = bytes
        }
    }

    /// What a line says of an entry that was sent earlier.
    package struct Return: Sendable {
        let kind: String
        let reason: String
        let original: String?
        let trace: String?

        package init(kind: String, reason: String, original: String?, trace: String?) {
            self.kind = kind
            self.reason = reason
            self.original = original
            self.trace = trace
        }
    }

    private struct References {
        var lines: [Int32] = []
        var numbers: [Int16] = []
        var kinds: [String] = []
        var keys: [String] = []
    }

    private struct Returns {
        var lines: [Int32] = []
        var numbers: [Int16] = []
        var kinds: [String] = []
        var reasons: [String] = []
        var originals: [String?] = []
        var traces: [String?] = []
    }

    package init() {}

    package var count: Int { statements.count }

    package mutating func add(_ line: Line) {
        statements.append(line.statement)
        ordinals.append(line.ordinal)
        bookedOn.append(line.bookedOn.map { PostgresDate($0) })
        valueOn.append(line.valueOn.map { PostgresDate($0) })
        amounts.append(line.amountMinor)
        currencies.append(line.currency)
        statuses.append(line.status)
        typeCodes.append(line.typeCode)
        texts.append(line.text)
        firstBytes.append(Int64(line.bytes.lowerBound))
        endBytes.append(Int64(line.bytes.upperBound))
        for (index, reference) in line.references.enumerated() {
            references.lines.append(Int32(count))
            references.numbers.append(Int16(index + 1))
            references.kinds.append(reference.kind)
            references.keys.append(reference.key)
        }
        for (index, notice) in line.returns.enumerated() {
            returns.lines.append(Int32(count))
            returns.numbers.append(Int16(index + 1))
            returns.kinds.append(notice.kind)
            returns.reasons.append(notice.reason)
            returns.originals.append(notice.original)
            returns.traces.append(notice.trace)
        }
    }

    fileprivate var query: Query {
        let query: Query =
            """
            SELECT ledger_api.record_statement_lines(
                \(statements), \(ordinals), \(bookedOn), \(valueOn), \(amounts), \(currencies),
                \(statuses), \(typeCodes), \(texts), \(firstBytes), \(endBytes),
                \(references.lines), \(references.numbers), \(references.kinds),
                \(references.keys), \(returns.lines), \(returns.numbers), \(returns.kinds),
                \(returns.reasons), \(returns.originals), \(returns.traces)
            )
            """
        return query.named("record_statement_lines")
    }
}

extension PostgresConnection {
    /// Brings lines of statements that the open transaction recorded.
    package func record(_ batch: StatementLineBatch) async throws {
        guard batch.count > 0 else { return }
        try await execute(batch.query, prepared: true)
    }
}
