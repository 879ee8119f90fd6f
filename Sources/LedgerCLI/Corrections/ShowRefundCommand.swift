import ArgumentParser
import LedgerOperations
import LedgerReports

struct ShowRefundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "What a docket has to give back, and what its payer owes again.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress refund show 27-CR-24-1002
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let standing = try await LedgerSession.run(global) {
            try await $0.refundStanding(of: docket)
        }
        try await ResultWriter(global).write(
            .facts(
                "refund_show",
                "Refunds of \(docket)",
                [
                    ReportField("payable", "\(standing.payable)"),
                    ReportField("unapplied", "\(standing.unapplied)"),
                    ReportField("given_back", "\(standing.givenBack)"),
                    ReportField("owed_again_by_payer", "\(standing.owedAgain)"),
                ]
            )
        )
    }
}
