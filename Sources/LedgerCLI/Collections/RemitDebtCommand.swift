import ArgumentParser
import LedgerOperations

struct RemitDebtCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remit",
        abstract: "Remits an assessment or a fine, in part or whole, by order.",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress docket remit 1:24-cr-00123 --debt 4 \\
                  2000.00 --order 2025-114
            """
    )

    @OptionGroup var change: DebtChangeOptions
    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        try await change.run(.remission, named: "docket_remit", global, write)
    }
}
