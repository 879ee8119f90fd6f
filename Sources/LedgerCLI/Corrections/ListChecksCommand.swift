import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ListChecksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every check and where it stands; cleared once a matched statement says so.",
        discussion: """
            Example:
              redress drawn-check list --state outstanding --jurisdiction us-mn-hennepin
            """
    )

    @Option(help: "The day; today when not said.", transform: ArgumentReader.date)
    var asOf: LedgerDate?

    @Option(
        help: "outstanding, cleared, void, reissued or escheated.",
        transform: ArgumentReader.word
    )
    var state: Check.State?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let checks = try await LedgerSession.run(global) {
            try await $0.checks(on: .on(ifKnown: asOf))
        }
        let shown = checks.filter { state == nil || $0.state == state }
        try await ResultWriter(global).write(.checks("check_list", "Checks drawn", shown))
    }
}
