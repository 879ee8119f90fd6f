import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ShowReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "What is open on both sides of a bank account; or one match, and why.",
        discussion: """
            Lines are named as 12:3, the number of their statement and their place in it; entries
            by their number; matches as 1234-2.

            Example:
              redress reconcile show trust --jurisdiction us-mn-hennepin
            """
    )

    @Argument(help: "A bank account, or a match such as 1234-2.")
    var name: String

    @Option(help: "Lines and entries up to this day only.", transform: ArgumentReader.date)
    var through: LedgerDate?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let (name, through) = (name, through)
        let report = try await LedgerSession.run(global) { ledger in
            if let match = MatchName(name) { return Report.match(try await ledger.match(match)) }
            return Report.open(try await ledger.openItems(account: name, through: through))
        }
        try await ResultWriter(global).write(report)
    }
}
