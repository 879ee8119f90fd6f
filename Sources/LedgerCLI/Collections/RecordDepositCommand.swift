import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordDepositCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records a deposit of undeposited receipts, each whole and once.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress deposit record T-2025-99
              PGUSER=demo_clerk_hennepin redress deposit record T-2025-99 \\
                  --till counter --receipt 17 18

            Without --receipt all undeposited receipts go along, with the cash over and short of
            closed tills: those of --till, or of every source, received --through a day.
            """
    )

    @Argument(help: "The number of the deposit ticket.")
    var ticket: String

    @Option(help: "The till, or the file, whose receipts go along.")
    var till: String?

    @Option(parsing: .upToNextOption, help: "The numbers of single receipts of --till.")
    var receipt: [String] = []

    @Option(
        help: "The last day of receipt; the day of the deposit when not said.",
        transform: ArgumentReader.date
    )
    var through: LedgerDate?

    @Option(
        help: "What the ticket says, in dollars; refused when the receipts come to another sum.",
        transform: ArgumentReader.amount
    )
    var amount: Money?

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        if !receipt.isEmpty, till == nil {
            throw ValidationError("Name with --till the till of the receipts.")
        }
        if !receipt.isEmpty, through != nil {
            throw ValidationError("Give --receipt or --through, not both.")
        }
    }

    func run() async throws {
        let command = write.command
        let deposit = RecordDeposit(
            ticket,
            of: selection,
            stated: amount,
            fund: fund,
            deposited: .on(ifKnown: on)
        )
        let result = try await LedgerSession.run(global) { try await $0.record(deposit, command) }
        try await ResultWriter(global).write(
            .recorded(
                "deposit_record",
                result.recorded,
                [
                    ReportField("ticket", ticket), ReportField("amount", "\(result.amount)"),
                    ReportField("receipts", "\(result.receipts)"),
                    ReportField("cash_over_short", "\(result.overShort)"),
                ]
            )
        )
    }

    private var selection: RecordDeposit.Selection {
        guard let till else { return .all(through: through) }
        return receipt.isEmpty ? .till(till, through: through) : .receipts(receipt, till: till)
    }
}
