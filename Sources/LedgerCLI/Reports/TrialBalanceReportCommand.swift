import ArgumentParser
import LedgerOperations

struct TrialBalanceReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial-balance",
        abstract: "Every account and its balance; debits equal credits.",
        discussion: """
            Example:
              redress report trial-balance --jurisdiction us-nj -O csv
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.trialBalanceReport(report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
