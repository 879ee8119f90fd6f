import ArgumentParser
import LedgerOperations
import LedgerReports

struct SetPolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Chooses a setting from now on; owners only.",
        discussion: """
            Example:
              redress jurisdiction policy set hold_days_check 10 --jurisdiction us
            """
    )

    @Argument(help: "The name; see: redress jurisdiction policy list")
    var name: String

    @Argument(help: "The value, such as 30, 25.00, yes or a word that the setting takes.")
    var value: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.set(policy: name, to: value, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "jurisdiction_policy_set",
                recorded,
                [ReportField("name", name), ReportField("value", value)]
            )
        )
    }
}
