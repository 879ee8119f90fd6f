import ArgumentParser
import LedgerModel
import LedgerOperations

struct DailyCashReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daily-cash",
        abstract: "Till by till: received, voided, counted, over or short, deposited, and when.",
        discussion: """
            Example:
              redress report daily-cash --jurisdiction us-mn-hennepin --end 2025-06-30

            Days are those of the court's own clock; --begin and --end alike give one day.
            """
    )

    @Option(help: "The first day, as 2024-07-01.", transform: ArgumentReader.date)
    var begin: LedgerDate?

    @Option(help: "The last day; today when not said.", transform: ArgumentReader.date)
    var end: LedgerDate?

    @Option(
        help: "As was known then: a day, or a time as 2025-03-31T17:00:00Z.",
        transform: ArgumentReader.knownAt
    )
    var knownAt: KnownAt?

    @Flag(help: "List every receipt with its days to deposit, not only the late ones.")
    var receipts = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let begin, let end, begin > end {
            throw ValidationError("The first day \(begin) is after the last day \(end).")
        }
    }

    func run() async throws {
        let scope = ReportScope(begin: begin, end: end, knownAt: knownAt)
        let result = try await LedgerSession.run(global) {
            try await $0.dailyCashReport(scope, listsAllReceipts: receipts)
        }
        try await ResultWriter(global).write(result)
    }
}
