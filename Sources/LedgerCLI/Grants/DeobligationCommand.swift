import ArgumentParser

struct DeobligationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deobligation",
        abstract: "Unspent parts of awards.",
        discussion: """
            Example:
              redress deobligation record A-2025-1 --amount 1.00
            """,
        subcommands: [
            RecordDeobligationCommand.self
        ]
    )
}
