import ArgumentParser

struct ProposalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposal",
        abstract: "Acts that take two persons.",
        discussion: """
            Example:
              redress proposal list --jurisdiction us-mn-hennepin
            """,
        subcommands: [ListProposalsCommand.self]
    )
}
