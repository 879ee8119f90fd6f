import Crypto
import LedgerModel
import LedgerStatements

/// What a first pass over a file of statements finds, before anything of it is kept.
struct StatementSurvey {
    /// A statement without its lines.
    struct Statement {
        var header: StatementHeader
        var totals = ControlTotals()
        var verdict = StatementVerdict.rejected
    }

    /// A finding, and the place of the statement that it concerns, counted from 1.
    struct Finding {
        let statement: Int?
        let finding: StatementFinding
    }

    static let statementLimit = 20_000
    private static let findingLimit = 1_000
    /// So many bytes tell a format.
    private static let beginning = 4_096

    let format: StatementFormat
    private(set) var digest: [UInt8] = []
    private(set) var byteCount = 0
    private(set) var statements: [Statement] = []
    private(set) var findings: [Finding] = []
    private(set) var findingCount = 0
    private(set) var totals = ControlTotals()
    private(set) var verdict = StatementVerdict.rejected
    private var isOpen = false
    private var days: ClosedRange<LedgerDate>?

    /// Reads a file through, in flat memory.
    init(_ file: StatementInput, _ format: StatementFormat?, _ options: StatementOptions) throws {
        var first = try file.bytes(0)
        while first.count < Self.beginning {
            let more = try file.bytes(first.count)
            guard !more.isEmpty else { break }
            first += more
        }
        guard let format = format ?? StatementFormat(detecting: first[...]) else {
            throw LedgerRefusal(.statementFormatUnknown, detail: file.name)
        }
        self.format = format
        var reader = try Self.reader(format, options)
        var hash = SHA256()
        var chunk = first
        while !chunk.isEmpty {
            hash.update(data: chunk)
            byteCount += chunk.count
            for event in reader.read(chunk[...]) { try take(event) }
            try Task.checkCancellation()
            chunk = try file.bytes(byteCount)
        }
        for event in reader.finish() { try take(event) }
        digest = Array(hash.finalize())
    }

    static func reader(
        _ format: StatementFormat,
        _ options: StatementOptions
    ) throws(LedgerRefusal) -> any StatementReader {
        do {
            return try format.reader(options)
        } catch {
            throw LedgerRefusal(
                .statementFormatUnknown,
                detail: "\(format.rawValue) needs a declared source"
            )
        }
    }

    private mutating func take(_ event: StatementEvent) throws(ImportFault) {
        switch event {
        case .opened(let header):
            guard statements.count < Self.statementLimit else {
                throw ImportFault(findings: ["more than \(Self.statementLimit) statements"])
            }
            statements.append(Statement(header: header))
            isOpen = true
            days = nil
        case .line(let line): if let day = line.bookedOn ?? line.valueOn { widen(to: day) }
        case .finding(let finding):
            findingCount += 1
            guard findings.count < Self.findingLimit else { return }
            findings.append(Finding(statement: isOpen ? statements.count : nil, finding: finding))
        case .closed(let header, let totals, let verdict):
            isOpen = false
            statements[statements.count - 1] = Statement(
                header: dated(header),
                totals: totals,
                verdict: verdict
            )
        case .finished(let totals, let verdict):
            self.totals = totals
            self.verdict = verdict
        }
    }

    private mutating func widen(to day: LedgerDate) {
        guard let days else {
            days = day...day
            return
        }
        self.days = min(days.lowerBound, day)...max(days.upperBound, day)
    }

    /// Where a file does not say which days it covers, they are those of its lines.
    private func dated(_ header: StatementHeader) -> StatementHeader {
        var header = header
        header.from = header.from ?? days?.lowerBound ?? header.to
        header.to = header.to ?? days?.upperBound ?? header.from
        if let from = header.from, let to = header.to, from > to { header.from = to }
        return header
    }
}
