import ArgumentParser

struct PrincipalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "principal",
        abstract: "People and their roles.",
        discussion: """
            Example:
              redress principal list --jurisdiction us-mn
            """,
        subcommands: [
            AddPrincipalCommand.self,
            GrantRoleCommand.self,
            RevokeRoleCommand.self,
            ListPrincipalsCommand.self,
        ]
    )
}
