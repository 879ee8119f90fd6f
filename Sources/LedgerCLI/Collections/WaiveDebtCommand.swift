import ArgumentParser
import LedgerOperations

struct WaiveDebtCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "Waives interest or a penalty, 18 U.S.C. 3612(h).",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress docket waive 1:24-cr-00123 --debt 5 \\
                  39.45 --order AG-2025-7
            """
    )

    @OptionGroup var change: DebtChangeOptions
    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        try await change.run(.waiver, named: "docket_waive", global, write)
    }
}
