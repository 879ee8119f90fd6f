import ArgumentParser

struct DeobligationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deobligation",
        abstract: "Unspent parts of awards.",
        discussion: """
            Example:
              PGUSER=demo_grants_mn redress deobligation record A-2025-1 --amount 1.00
            """,
        subcommands: [
            RecordDeobligationCommand.self
        ]
    )
}
