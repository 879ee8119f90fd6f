import ArgumentParser

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "The files that were imported, and how they are read.",
        discussion: """
            Example:
              redress import list --jurisdiction us-mn-hennepin
            """,
        subcommands: [
            ListImportsCommand.self, UndoImportCommand.self, CheckMappingCommand.self,
        ]
    )
}
