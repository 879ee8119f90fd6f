import ArgumentParser
import LedgerOperations

struct RunningReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "running",
        abstract: "One account, or the money of a fund, line by line with the balance after each.",
        discussion: """
            Example:
              redress report running --jurisdiction us-mn --fund safe-harbor
            """
    )

    @Option(help: "The number of an account; without it the accounts that hold the money.")
    var account: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        if report.fund == nil {
            throw ValidationError("A running report is about one fund: name it with --fund.")
        }
        if report.basis == .effective {
            throw ValidationError("A running report goes by the posting day: leave --basis out.")
        }
    }

    func run() async throws {
        let writer = ResultWriter(global)
        try await LedgerSession.run(global) {
            try await $0.runningReport(account: account, report.scope) {
                try await writer.write($0)
            }
        }
    }
}
