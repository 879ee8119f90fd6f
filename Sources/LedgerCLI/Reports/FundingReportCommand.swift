import ArgumentParser
import LedgerOperations

struct FundingReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funding",
        abstract: "Assessed, collected, split, remitted, awarded, spent; zeros shown.",
        discussion: """
            Example:
              redress report funding --jurisdiction us-mn-hennepin --period quarter
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.fundingReport(report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
