import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ReceiveFundMoneyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Records money that a fund received from elsewhere.",
        discussion: """
            Example:
              PGUSER=demo_grants_mn redress fund receive --fund safe-harbor --from \\
                  "Hennepin County" --amount 10.00
            """
    )

    @Option(help: "The code of the fund.")
    var fund: String

    @Option(help: "What the money may be spent on.")
    var purpose = "survivor_services"

    @Option(help: "The fiscal year of availability, where there is more than one.")
    var year: Int?

    @Option(help: "Who sent it: an office, never a person.")
    var from: String

    @Option(help: "How much, in dollars.", transform: ArgumentReader.amount)
    var amount: Money

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.receive(
                FundMovement(amount, effective: .on(ifKnown: on)),
                from: from,
                into: PurseName(fund, purpose, year: year),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "fund_receive",
                recorded,
                [
                    ReportField("fund", fund), ReportField("purpose", purpose),
                    ReportField("amount", "\(amount)"),
                ]
            )
        )
    }
}
