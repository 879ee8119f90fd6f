import ArgumentParser
import LedgerOperations

struct DocketReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docket",
        abstract: "The statement of one docket: ordered, paid, shared, and why.",
        discussion: """
            Example:
              redress report docket 27-CR-24-1001 --jurisdiction us-mn-hennepin
            """
    )

    @Argument(help: "The court's reference of the docket.")
    var reference: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.docketReport(reference, report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
