import ArgumentParser
import LedgerOperations
import LedgerReports

struct ListBankAccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The bank accounts, and the last characters of their numbers.",
        discussion: """
            Example:
              redress bank-account list --jurisdiction us-mn-hennepin
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let accounts = try await LedgerSession.run(global) { try await $0.bankAccounts() }
        try await ResultWriter(global).write(
            .facts(
                "bank_accounts",
                "Bank accounts",
                [],
                sections: [
                    ReportSection(
                        "bank_accounts",
                        title: "Bank accounts",
                        columns: [
                            ReportColumn("account", "Account", .text),
                            ReportColumn("fund", "Fund", .text),
                            ReportColumn("currency", "Currency", .text),
                            ReportColumn("numbers", "Numbers end in", .text),
                        ],
                        rows: accounts.map {
                            ReportRow([
                                .text($0.code), .text($0.fund), .text($0.currency),
                                .text($0.lastFour.joined(separator: ", ")),
                            ])
                        }
                    )
                ]
            )
        )
    }
}
