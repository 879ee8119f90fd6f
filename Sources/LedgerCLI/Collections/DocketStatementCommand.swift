import ArgumentParser
import LedgerOperations

struct DocketStatementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "One case: ordered, paid, shared, and why; the same as the docket report.",
        discussion: """
            Example:
              redress docket statement 27-CR-24-1001 --jurisdiction us-mn-hennepin
            """
    )

    @Argument(help: "The court's reference of the docket.")
    var reference: String

    @OptionGroup var report: ReportOptions

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.docketReport(reference, report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
