import ArgumentParser
import LedgerOperations
import LedgerReports

struct AddBankAccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Registers a bank account, or a further number by which files name it.",
        discussion: """
            The number is compared with those in files and never kept: only its last four
            characters and a salted hash are. It is read from standard input.

            Example:
              echo 40001234 | redress bank-account add trust --fund clerk-hennepin --dry-run
            """
    )

    @Argument(help: "The code by which the account is known here.")
    var code: String

    @Option(help: "The fund whose money lies there.")
    var fund: String

    @Option(help: "The currency, three letters.")
    var currency = "USD"

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let bytes = try InputFile("-").bytes(0).prefix(200)
        let account = BankAccount(code, fund: fund, currency: currency)
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.add(account, number: String(decoding: bytes, as: UTF8.self), command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "bank_account",
                recorded,
                [ReportField("account", code), ReportField("fund", fund)]
            )
        )
    }
}
