import ArgumentParser

struct CheckpointCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "The signed head of the chain, to be kept elsewhere.",
        discussion: """
            Example:
              redress checkpoint write us-mn.checkpoint --key redress.key \\
                  --jurisdiction us-mn
            """,
        subcommands: [
            WriteCheckpointCommand.self
        ]
    )
}
