import ArgumentParser
import LedgerOperations

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Proves the books from the rows up; one line for each thing that is checked.",
        discussion: """
            Example:
              redress check --jurisdiction us-mn
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let report = try await LedgerSession.run(global) { try await $0.verify() }
        try await ResultWriter(global).write(VerificationSummary.report(report, hasFindings: false))
        try report.throwFindings(next: "See each of them: redress verify")
    }
}
