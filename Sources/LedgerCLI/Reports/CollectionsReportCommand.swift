import ArgumentParser
import LedgerOperations

struct CollectionsReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collections",
        abstract: "Ordered, changed, paid, written off, outstanding, by statute; zeros shown.",
        discussion: """
            Example:
              redress report collections --jurisdiction us-mn-hennepin --period quarter
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.collectionsReport(report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
