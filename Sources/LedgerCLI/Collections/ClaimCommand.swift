import ArgumentParser

struct ClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Losses that the dockets of several defendants owe together.",
        discussion: """
            Example:
              redress claim open J-2025-7 --payee payee-1=9000.00 --jurisdiction us
            """,
        subcommands: [OpenClaimCommand.self, ShowClaimCommand.self]
    )
}
