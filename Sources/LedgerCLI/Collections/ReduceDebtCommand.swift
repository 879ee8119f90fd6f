import ArgumentParser
import LedgerOperations

struct ReduceDebtCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reduce",
        abstract: "Reduces a debt that cannot be paid, as far as its rule allows.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress docket reduce 27-CR-24-1004 \\
                  --debt 1 100.00 --order 2025-31
            """
    )

    @OptionGroup var change: DebtChangeOptions
    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        try await change.run(.reduction, named: "docket_reduce", global, write)
    }
}
