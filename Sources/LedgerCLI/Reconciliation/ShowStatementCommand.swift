import ArgumentParser
import LedgerOperations
import LedgerReports

struct ShowStatementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A statement with its lines and findings.",
        discussion: """
            Example:
              redress statement show 12 --jurisdiction us-mn-hennepin
            """
    )

    @Argument(help: "The number of the statement, as listed.")
    var number: Int64

    @Option(help: "How many lines at most.")
    var lines: Int32 = 1_000

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard lines >= 0 else { throw ValidationError("A statement has no less than 0 lines.") }
    }

    func run() async throws {
        let (number, limit) = (number, lines)
        let found = try await LedgerSession.run(global) {
            try await $0.statement(number, lines: limit)
        }
        let statement = found.statement
        var fields = [
            ReportField("account", "\(statement.account) ...\(statement.lastFour)"),
            ReportField("fund", statement.fund), ReportField("file", statement.fileName),
            ReportField("format", statement.format), ReportField("identity", statement.identity),
            ReportField("sequence", statement.sequence ?? ""),
            ReportField("status", statement.status),
            ReportField("imported", "\(statement.imported) by \(statement.login)"),
        ]
        if let by = statement.releasedBy, let reason = statement.reason {
            fields.append(ReportField("released", "by \(by): \(reason)"))
        }
        if let by = statement.supersededBy { fields.append(ReportField("superseded_by", "\(by)")) }
        try await ResultWriter(global).write(
            .facts(
                "statement",
                "Statement \(number)",
                fields,
                sections: [
                    .statements([statement]), .statementLines(found.lines, of: statement),
                    .findings(found.findings),
                ]
            )
        )
    }
}
