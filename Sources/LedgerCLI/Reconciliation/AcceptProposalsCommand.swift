import ArgumentParser
import LedgerOperations

struct AcceptProposalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accepts proposals, one by one or all that fit.",
        discussion: """
            Without --expect-count those of an account are shown with their sum, and nothing is
            decided.

            Example:
              redress reconcile accept --account trust --rule amount --without-rivals
            """
    )

    @OptionGroup var choice: ProposalChoice
    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let (choice, command) = (choice, write.command)
        let report = try await LedgerSession.run(global) {
            try await choice.report(accepting: true, $0, command)
        }
        try await ResultWriter(global).write(report)
    }
}
