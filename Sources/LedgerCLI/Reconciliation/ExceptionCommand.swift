import ArgumentParser

struct ExceptionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exception",
        abstract: "Who sees to what nobody has explained, and how it ended.",
        discussion: """
            Example:
              redress report exceptions --jurisdiction us-mn-hennepin
            """,
        subcommands: [
            AssignExceptionCommand.self, ResolveExceptionCommand.self, ReopenExceptionCommand.self,
        ]
    )
}
