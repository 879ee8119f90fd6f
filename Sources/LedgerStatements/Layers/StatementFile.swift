/// A file read whole: for files that fit in memory, such as tests and previews.
package struct StatementFile: Hashable, Sendable {
    package private(set) var statements: [ParsedStatement] = []
    /// Findings that concern no single statement.
    package private(set) var findings: [StatementFinding] = []
    package private(set) var controls = ControlTotals()
    package private(set) var verdict = StatementVerdict.rejected
    private var open: ParsedStatement?

    package init() {}

    /// Every finding of the file, in no statement first.
    package var allFindings: [StatementFinding] { findings + statements.flatMap(\.findings) }

    package mutating func take(_ event: StatementEvent) {
        switch event {
        case .opened(let header): open = ParsedStatement(header: header)
        case .line(let line): open?.lines.append(line)
        case .finding(let finding):
            if open == nil { findings.append(finding) }
            open?.findings.append(finding)
        case .closed(let header, let controls, let verdict):
            guard var statement = open else { return }
            statement.header = header
            statement.controls = controls
            statement.verdict = verdict
            statements.append(statement)
            open = nil
        case .finished(let controls, let verdict):
            self.controls = controls
            self.verdict = verdict
        }
    }
}

/// A statement with all its lines.
package struct ParsedStatement: Hashable, Sendable {
    package internal(set) var header: StatementHeader
    package internal(set) var lines: [StatementLine] = []
    package internal(set) var findings: [StatementFinding] = []
    package internal(set) var controls = ControlTotals()
    package internal(set) var verdict = StatementVerdict.rejected

    init(header: StatementHeader) { self.header = header }
}
