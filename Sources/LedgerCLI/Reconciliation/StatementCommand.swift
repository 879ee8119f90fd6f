import ArgumentParser

struct StatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "What banks say about accounts, as they wrote it.",
        discussion: """
            Example:
              redress statement list --jurisdiction us-mn-hennepin
            """,
        subcommands: [
            ImportStatementsCommand.self, ListStatementsCommand.self, ShowStatementCommand.self,
            ReleaseStatementCommand.self, DeclareStatementsCommand.self,
        ]
    )
}
