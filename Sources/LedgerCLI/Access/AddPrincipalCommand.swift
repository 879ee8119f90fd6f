import ArgumentParser
import LedgerOperations
import LedgerReports

struct AddPrincipalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Creates a database login and grants it roles.",
        discussion: """
            Example:
              redress principal add pat --role clerk --jurisdiction us-mn-hennepin
            """
    )

    @Argument(help: "The login.")
    var login: String

    @Option(help: "A role; may be given more than once.", transform: ArgumentReader.word)
    var role: [LedgerRole]

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if !(1...63).contains(login.utf8.count) {
            throw ValidationError("A login has 1 to 63 bytes.")
        }
    }

    func run() async throws {
        let isNew = try await LedgerSession.run(global) { ledger in
            let isNew = try await ledger.addLogin(login)
            for role in role { try await ledger.change(RoleChange(.grant, role, login: login)) }
            return isNew
        }
        try await ResultWriter(global).write(
            .facts(
                "principal_add",
                isNew ? "Created the login" : "The login was there",
                [
                    ReportField("login", login),
                    ReportField("roles", role.map(\.rawValue).joined(separator: ", ")),
                ]
            )
        )
        global.note(
            "The login has no password yet; where one is needed, set it in psql: \\password"
        )
    }
}
