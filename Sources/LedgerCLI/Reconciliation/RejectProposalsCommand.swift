import ArgumentParser
import LedgerOperations

struct RejectProposalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Rejects proposals for good: the same are not proposed again.",
        discussion: """
            Without --expect-count those of an account are shown with their sum, and nothing is
            decided.

            Example:
              redress reconcile reject --account trust --rule amount --without-rivals
            """
    )

    @OptionGroup var choice: ProposalChoice
    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let (choice, command) = (choice, write.command)
        let report = try await LedgerSession.run(global) {
            try await choice.report(accepting: false, $0, command)
        }
        try await ResultWriter(global).write(report)
    }
}
