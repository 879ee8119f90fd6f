import ArgumentParser
import LedgerOperations
import LedgerReports

struct LoadStatutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Adds the law of a folder of rule files to the books of a jurisdiction.",
        discussion: """
            Example:
              redress statute load rules --from us-mn --jurisdiction us-mn
            """
    )

    @Argument(help: "The folder.", completion: .directory)
    var folder: String

    @Option(help: "The profile in that folder.")
    var from: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let result = try await LedgerSession.run(global, rules: folder) {
            try await $0.initialize(from: from, as: global.jurisdiction)
        }
        try await ResultWriter(global).write(
            .facts(
                "statute_load",
                "Loaded the law",
                [
                    ReportField("jurisdiction", result.jurisdiction),
                    ReportField("added", "\(result.added)"),
                ]
            )
        )
        global.note("Set REDRESS_RULES=\(folder) so that commands apply it.")
    }
}
