import ArgumentParser
import LedgerOperations
import LedgerReports

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Opens the books of a jurisdiction from the statute library; safe to repeat.",
        discussion: """
            Example:
              redress init --from us-mn
            """
    )

    @Option(help: "The profile to follow, such as us-mn; see: redress statute list")
    var from: String

    @Option(help: "Another code for the jurisdiction, such as us-mn-ramsey.")
    var code: String?

    @Option(help: "Another name for the jurisdiction.")
    var name: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let code, code.utf8.count > 40 || code.wholeMatch(of: /[a-z]{2}(-[a-z0-9]+)*/) == nil {
            throw ValidationError("Write the code as us-mn-ramsey, in at most 40 characters.")
        }
    }

    func run() async throws {
        let result = try await LedgerSession.run(global) {
            try await $0.initialize(from: from, as: code, named: name)
        }
        let title = result.wasOpened ? "Opened the books" : "The books are open"
        try await ResultWriter(global).write(
            .facts(
                "init",
                title,
                [
                    ReportField("jurisdiction", result.jurisdiction),
                    ReportField("added", "\(result.added)"),
                ]
            )
        )
    }
}
