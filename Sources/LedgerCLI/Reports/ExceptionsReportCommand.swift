import ArgumentParser
import LedgerOperations

struct ExceptionsReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exceptions",
        abstract: "What nobody has explained, by class and age, with owners and due days.",
        discussion: """
            Example:
              redress report exceptions --jurisdiction us-mn-hennepin --as-of 2025-06-30
            """
    )

    @Option(help: "One bank account only, by its code.")
    var account: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.exceptionsReport(of: account, report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
