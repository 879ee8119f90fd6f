import ArgumentParser

struct RecipientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recipient",
        abstract: "Who receives shares of what is collected.",
        discussion: """
            Example:
              redress recipient list --jurisdiction us
            """,
        subcommands: [
            ListRecipientsCommand.self, AddRecipientCommand.self, ProposeRecipientCommand.self,
            ApproveRecipientCommand.self,
        ]
    )
}
