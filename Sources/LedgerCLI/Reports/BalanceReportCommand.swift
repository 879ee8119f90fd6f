import ArgumentParser
import LedgerOperations

struct BalanceReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "What each fund holds by purpose, what came in, went out, and is available.",
        discussion: """
            Example:
              redress report balance --jurisdiction us-mn --as-of 2025-06-30
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.balanceReport(report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
