import ArgumentParser
import LedgerOperations

struct ShowClaimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A joint loss: who owes it, what was paid, what is open.",
        discussion: """
            Example:
              redress claim show J-2025-7 --jurisdiction us
            """
    )

    @Argument(help: "The court's own reference for the loss.")
    var claim: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.claimReport(claim, report.scope)
        }
        try await ResultWriter(global).write(result)
    }
}
