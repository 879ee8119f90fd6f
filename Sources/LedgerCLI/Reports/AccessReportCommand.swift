import ArgumentParser
import LedgerOperations

struct AccessReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Who may do what, who allowed it, since when, and whether it is used.",
        discussion: """
            Example:
              redress report access --jurisdiction us-mn
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) { try await $0.accessReport(report.scope) }
        try await ResultWriter(global).write(result)
    }
}
