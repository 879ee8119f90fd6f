import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordAllotmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Apportions and allots what a federal fund has received.",
        discussion: """
            Example:
              PGUSER=demo_grants_us redress allotment record --fund dtvf --amount 10.00
            """
    )

    @Option(help: "The code of the fund.")
    var fund: String

    @Option(help: "What the money may be spent on.")
    var purpose = "survivor_services"

    @Option(help: "The fiscal year of availability, where there is more than one.")
    var year: Int?

    @Option(help: "How much, in dollars.", transform: ArgumentReader.amount)
    var amount: Money

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.allot(
                FundMovement(amount, effective: .on(ifKnown: on)),
                in: PurseName(fund, purpose, year: year),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "allotment_record",
                recorded,
                [
                    ReportField("fund", fund), ReportField("amount", "\(amount)"),
                ]
            )
        )
    }
}
