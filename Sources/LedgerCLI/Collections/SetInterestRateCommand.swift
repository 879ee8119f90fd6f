import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct SetInterestRateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interest-rate",
        abstract: "Records at which rate a debt bears interest, and how the court limits it.",
        discussion: """
            The rate is the weekly average yield that the Treasury published for the week \
            before the first day of interest, 18 U.S.C. 3612(f)(2).

            Example:
              PGUSER=demo_clerk_us redress docket interest-rate 1:24-cr-00123 \\
                  --debt 2 4.80
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String

    @Option(help: "The number of the debt on its docket.")
    var debt: Int16

    @Argument(
        help: "The yearly rate in percent; the one recorded before when not said.",
        transform: ArgumentReader.rate
    )
    var rate: Int64?

    @Option(help: "What interest never exceeds, by order.", transform: ArgumentReader.amount)
    var cap: Money?

    @Option(help: "The last day of interest, by order.", transform: ArgumentReader.date)
    var until: LedgerDate?

    @Flag(help: "The court waives interest, by order.")
    var waived = false

    @Option(help: "The reference of the order that limits interest or changes a rate.")
    var order: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        var term = SetInterestTerm(rate, of: debt, on: docket)
        (term.cap, term.endsOn, term.isWaived, term.order) = (cap, until, waived, order)
        let command = write.command
        let recorded = try await LedgerSession.run(global) { [term] in
            try await $0.set(term, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "docket_interest_rate",
                recorded,
                [ReportField("docket", docket), ReportField("debt", "\(debt)")]
            )
        )
    }
}
