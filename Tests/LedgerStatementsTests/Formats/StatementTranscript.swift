import LedgerStatements

/// What a reader made of a file, in lines that a test can compare.
struct StatementTranscript {
    let file: StatementFile

    init(
        _ text: String,
        _ format: StatementFormat,
        _ options: StatementOptions = StatementOptions()
    ) throws {
        try self.init(Array(text.utf8), format, options)
    }

    init(
        _ bytes: [UInt8],
        _ format: StatementFormat,
        _ options: StatementOptions = StatementOptions()
    ) throws {
        var reader = try format.reader(options)
        file = reader.file(bytes)
    }

    /// The amounts of all lines.
    var amounts: [Int64] { file.statements.flatMap(\.lines).map(\.amountMinor) }

    /// The codes of all findings that keep the file from being accepted.
    var faults: [StatementFinding.Code] {
        file.allFindings.filter { $0.severity != .note }.map(\.code)
    }

    /// The codes of findings that do not.
    var notes: [StatementFinding.Code] {
        file.allFindings.filter { $0.severity == .note }.map(\.code)
    }

    var verdict: StatementVerdict { file.verdict }
    var lines: [StatementLine] { file.statements.flatMap(\.lines) }
}
