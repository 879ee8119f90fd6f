import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct MatchLinesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Ties lines of statements to entries of the books, whole or in part.",
        discussion: """
            The sums of both sides are equal, or --difference names the account that takes what
            the lines move beyond the entries.

            Example:
              redress reconcile match --account trust --line 12:3 --entry 88 --entry 91=2.00
            """
    )

    @Option(help: "The code of the bank account.")
    var account: String

    @Option(
        name: .customLong("line"),
        help: "A line, as 12:3, or a part of it, as 12:3=20.00; repeat for several.",
        transform: MatchPart.line
    )
    var lines: [MatchLines.Part<StatementLineName>] = []

    @Option(
        name: .customLong("entry"),
        help: "An entry by its number, or a part, as 91=20.00; repeat for several.",
        transform: MatchPart.entry
    )
    var entries: [MatchLines.Part<Int64>] = []

    @Option(
        help: "bank_fees, bank_interest or cash_over_short.",
        transform: ArgumentReader.word
    )
    var difference: AccountRole?

    @Option(help: "Why, at most 200 characters, never about a person.")
    var reason: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let match = MatchLines(
            account,
            lines: lines,
            entries: entries,
            difference: difference,
            reason: reason
        )
        let command = write.command
        let recorded = try await LedgerSession.run(global) { try await $0.match(match, command) }
        try await ResultWriter(global).write(
            .recorded(
                "match",
                recorded,
                recorded.match.map { [ReportField("match", "\($0)")] } ?? []
            )
        )
    }
}
