import ArgumentParser
import LedgerOperations

struct RemittancesReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remittances",
        abstract: "Due to recipients, deadlines, sent, late, held, due from them; zeros shown.",
        discussion: """
            Example:
              redress report remittances --jurisdiction us-mn-hennepin --period quarter
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.remittanceReport(report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
