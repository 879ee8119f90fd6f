import ArgumentParser
import LedgerOperations

struct AgeingReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ageing",
        abstract: "How old debts, unclaimed money, held shares and checks are.",
        discussion: """
            Example:
              redress report ageing --jurisdiction us-mn-hennepin --as-of 2025-06-30
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.ageingReport(report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
