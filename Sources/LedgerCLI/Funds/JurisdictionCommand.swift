import ArgumentParser

struct JurisdictionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jurisdiction",
        abstract: "What a jurisdiction settles for itself.",
        discussion: """
            Example:
              redress jurisdiction policy list --jurisdiction us
            """,
        subcommands: [PolicyCommand.self]
    )
}
