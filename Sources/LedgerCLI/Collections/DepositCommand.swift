import ArgumentParser

struct DepositCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deposit",
        abstract: "Money brought to the bank.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress deposit record T-2025-99
            """,
        subcommands: [
            RecordDepositCommand.self
        ]
    )
}
