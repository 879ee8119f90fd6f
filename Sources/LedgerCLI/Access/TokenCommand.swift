import ArgumentParser

struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Tokens of services.",
        discussion: """
            Example:
              redress token issue reports --role auditor --until 2026-12-31 \\
                  --jurisdiction us-mn
            """,
        subcommands: [
            IssueTokenCommand.self,
            RevokeTokenCommand.self,
        ]
    )
}
