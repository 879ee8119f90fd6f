import ArgumentParser
import LedgerOperations
import LedgerReports

struct RevokeRoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Takes a role from a login.",
        discussion: """
            Example:
              redress principal revoke demo_clerk_hennepin --role approver \\
                  --jurisdiction us-mn-hennepin
            """
    )

    @Argument(help: "The login.")
    var login: String

    @Option(help: "The role.", transform: ArgumentReader.word)
    var role: LedgerRole

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let recorded = try await LedgerSession.run(global) {
            try await $0.change(RoleChange(.revoke, role, login: login), write.command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "principal_revoke",
                recorded,
                [
                    ReportField("login", login), ReportField("role", role.rawValue),
                ]
            )
        )
    }
}
