import ArgumentParser
import LedgerOperations

struct ReconciliationReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconciliation",
        abstract: "The month-end form of a bank account: bank, books and cases, item by item.",
        discussion: """
            Example:
              redress report reconciliation court-bank --jurisdiction us-mn-hennepin \\
                --as-of 2025-06-30
            """
    )

    @Argument(help: "The code of the bank account.")
    var account: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.reconciliationReport(of: account, report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
