import ArgumentParser
import LedgerOperations
import LedgerReports

struct ProposeRecipientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Proposes a restitution payee, whom another person adds.",
        discussion: """
            For clerks: who pays may name whom a judgment makes whole, and does not add them alone.

            Example:
              PGUSER=demo_clerk_hennepin redress recipient propose v-4712
            """
    )

    @Argument(help: "The court's token: small letters, digits and hyphens; never a name.")
    var token: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let proposed = try await LedgerSession.run(global) {
            try await $0.proposePayee(token, command)
        }
        try await ResultWriter(global).write(
            .proposed("recipient_propose", proposed, [ReportField("recipient", token)])
        )
    }
}
