import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordAwardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Awards a grant; refused beyond what is available, or for another purpose.",
        discussion: """
            Example:
              PGUSER=demo_grants_mn redress award record A-99 --fund safe-harbor \\
                  --grantee "Harbor House" --rule mn-609.3241 --amount 1.00
            """
    )

    @Argument(help: "The award's own reference.")
    var reference: String

    @Option(help: "The organization that receives it; never a person.")
    var grantee: String

    @Option(help: "The rule under which it is awarded.")
    var rule: String

    @Option(help: "What the grantee does with it; the purpose of the money when not said.")
    var use: String?

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
            try await $0.award(
                AwardGrant(
                    reference,
                    to: grantee,
                    for: use ?? purpose,
                    from: PurseName(fund, purpose, year: year),
                    under: rule,
                    FundMovement(amount, effective: .on(ifKnown: on))
                ),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "award_record",
                recorded,
                [
                    ReportField("award", reference), ReportField("amount", "\(amount)"),
                ]
            )
        )
    }
}
