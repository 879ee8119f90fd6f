import ArgumentParser
import Foundation
import LedgerModel
import LedgerOperations
import LedgerReports

struct IssueTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issues a token; its secret is shown once and kept nowhere.",
        discussion: """
            Example:
              redress token issue reports --role auditor --until 2030-12-31 \\
                  --jurisdiction us-mn
            """
    )

    @Argument(help: "A label, such as the name of the service.")
    var label: String

    @Option(help: "The role.", transform: ArgumentReader.word)
    var role: LedgerRole

    @Option(help: "The last day on which it is good, in UTC.", transform: ArgumentReader.date)
    var until: LedgerDate

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let expiry = Date(timeIntervalSince1970: Double(until.daysSince2000 + 10_958) * 86_400)
        let issued = try await LedgerSession.run(global) {
            try await $0.issueToken(label, for: role, until: expiry, write.command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "token_issue",
                issued.recorded,
                [
                    ReportField("label", label), ReportField("role", role.rawValue),
                    ReportField(
                        "secret",
                        issued.recorded.isReplay ? "shown once before" : issued.secret
                    ),
                ]
            )
        )
    }
}
