import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct OpenClaimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opens a loss for which several defendants are liable.",
        discussion: """
            Never more than the loss is collected, whoever pays; what each docket owes of it is \
            ordered by `redress docket assess` with --claim.

            Example:
              redress claim open J-2025-7 --payee payee-1=9000.00 --jurisdiction us
            """
    )

    @Argument(help: "The court's own reference for the loss, without a name.")
    var claim: String

    @OptionGroup var losses: LossOptions

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let restitution = try losses.restitution
        let recorded = try await LedgerSession.run(global) {
            try await $0.open(OpenClaim(claim, restitution, fund: fund), write.command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "claim_open",
                recorded,
                [ReportField("claim", claim), ReportField("loss", "\(try restitution.total)")]
            )
        )
    }
}
