import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordRemittanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records money sent to one recipient: all that is due and released.",
        discussion: """
            A remittance pays whole shares, so its amount follows from the day. An amount that is
            given is what the whole is expected to be.

            Example:
              PGUSER=demo_clerk_hennepin redress remittance record safe-harbor \\
                  --through 2025-05-31
            """
    )

    @Argument(help: "The code of the recipient.")
    var recipient: String

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "What the whole is expected to be, in dollars.", transform: ArgumentReader.amount)
    var amount: Money?

    @Option(
        help: "The last day of receipt; the day of sending when not said.",
        transform: ArgumentReader.date
    )
    var through: LedgerDate?

    @Option(help: "The number of the check.")
    var check: Int64?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let remittance = RecordRemittance(
            amount,
            to: recipient,
            through: through,
            checkNumber: check,
            fund: fund,
            sent: .on(ifKnown: on)
        )
        let recorded = try await LedgerSession.run(global) {
            try await $0.record(remittance, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "remittance_record",
                recorded,
                [ReportField("recipient", recipient)]
                    + (amount.map { [ReportField("amount", "\($0)")] } ?? [])
            )
        )
    }
}
