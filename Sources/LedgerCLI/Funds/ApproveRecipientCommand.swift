import ArgumentParser
import LedgerOperations
import LedgerReports

struct ApproveRecipientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Adds the restitution payee that another person proposed.",
        discussion: """
            Example:
              PGUSER=demo_approver_hennepin redress recipient approve 118
            """
    )

    @Argument(help: "The number of the proposal.")
    var proposal: Int64

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let token = try await LedgerSession.run(global) {
            try await $0.approve(payee: proposal)
        }
        try await ResultWriter(global).write(
            .facts(
                "recipient_approve",
                "Added the payee",
                [
                    ReportField("proposal", "\(proposal)"), ReportField("recipient", token),
                    ReportField("role", "restitution_payee"),
                ]
            )
        )
    }
}
