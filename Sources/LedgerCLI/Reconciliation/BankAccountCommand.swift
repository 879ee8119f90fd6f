import ArgumentParser

struct BankAccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank-account",
        abstract: "Accounts at banks and the Treasury, whose statements prove a fund's money.",
        discussion: """
            Example:
              redress bank-account list --jurisdiction us-mn-hennepin
            """,
        subcommands: [AddBankAccountCommand.self, ListBankAccountsCommand.self]
    )
}
