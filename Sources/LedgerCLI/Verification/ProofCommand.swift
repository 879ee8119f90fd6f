import ArgumentParser

struct ProofCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "One entry proved to others against a published checkpoint.",
        discussion: """
            Example:
              redress proof write 5 entry-5.json --checkpoint us-mn.checkpoint \\
                  --public-key redress.key.pub --jurisdiction us-mn
            """,
        subcommands: [WriteProofCommand.self, CheckProofCommand.self]
    )
}
