import ArgumentParser

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "The choices that the law leaves to a court.",
        discussion: """
            Example:
              redress jurisdiction policy list --jurisdiction us
            """,
        subcommands: [ListPoliciesCommand.self, SetPolicyCommand.self]
    )
}
