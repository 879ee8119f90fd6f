import ArgumentParser
import LedgerOperations
import LedgerReports

struct AddRecipientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a restitution payee that judgments can name.",
        discussion: """
            The payee is known by a token of the court; who it is stays with the court. An owner \
            adds it; otherwise one person proposes it and another approves.

            Example:
              redress recipient add v-4711 --jurisdiction us
            """
    )

    @Argument(help: "The court's token: small letters, digits and hyphens; never a name.")
    var token: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let isNew = try await LedgerSession.run(global) { try await $0.addPayee(token) }
        try await ResultWriter(global).write(
            .facts(
                "recipient_add",
                isNew ? "Added the payee" : "The payee was there",
                [ReportField("recipient", token), ReportField("role", "restitution_payee")]
            )
        )
    }
}
