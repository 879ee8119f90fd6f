import ArgumentParser
import LedgerOperations
import LedgerReports

struct UnmatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmatch",
        abstract: "Dissolves a match; what it tied is open again, what it posted is taken back.",
        discussion: """
            Example:
              redress reconcile unmatch 1234-2 --reason 'the bank corrected the line'
            """
    )

    @Argument(help: "The match, such as 1234-2.", transform: MatchPart.match)
    var match: MatchName

    @Option(help: "Why, at most 200 characters, never about a person.")
    var reason: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let (match, reason, command) = (match, reason, write.command)
        let recorded = try await LedgerSession.run(global) {
            try await $0.unmatch(match, reason: reason, command)
        }
        try await ResultWriter(global).write(
            .recorded("unmatch", recorded, [ReportField("match", "\(match)")])
        )
    }
}
