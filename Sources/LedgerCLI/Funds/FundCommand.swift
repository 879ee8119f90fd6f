import ArgumentParser

struct FundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "Funds and the money they receive.",
        discussion: """
            Example:
              redress fund list --jurisdiction us-mn
            """,
        subcommands: [
            ListFundsCommand.self,
            ReceiveFundMoneyCommand.self,
            TransferFundMoneyCommand.self,
        ]
    )
}
