import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct TransferFundMoneyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Transfers into a federal fund what the law says, from the books.",
        discussion: """
            3014(d) transfers what was collected up to a day and not transferred yet, negative
            where money was taken back. 3014(h)(1) transfers as much again for a fiscal year, but
            at least 5,000,000.00 and at most 30,000,000.00.

            Example:
              PGUSER=demo_grants_us redress fund transfer --authority '3014(d)' \\
                  --through 2025-06-30
            """
    )

    @Option(help: "The clause: 3014(d) or 3014(h)(1).")
    var authority: String

    @Option(help: "3014(d): the last day covered.", transform: ArgumentReader.date)
    var through: LedgerDate?

    @Option(help: "3014(h)(1): the fiscal year.")
    var year: Int?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let transfer = try transfer()
        let recorded = try await LedgerSession.run(global) {
            try await $0.transfer(transfer, made: .on(ifKnown: on), command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "fund_transfer",
                recorded,
                [ReportField("authority", "18 U.S.C. \(authority)")]
                    + (recorded.reference.map { [ReportField("amount", $0)] } ?? [])
            )
        )
    }

    private func transfer() throws -> TransferFundMoney {
        switch (authority, through, year) {
        case ("3014(d)", let through?, nil): .collected(through: through)
        case ("3014(h)(1)", nil, let year?): .health(year: year)
        default:
            throw ValidationError(
                "Say --authority '3014(d)' --through DATE or --authority '3014(h)(1)' --year YEAR."
            )
        }
    }
}
