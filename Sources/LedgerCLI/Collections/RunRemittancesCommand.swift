import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RunRemittancesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Sends every recipient what is due and released; nothing is sent twice.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress remittance run --through 2025-05-31 --dry-run
            """
    )

    @Option(help: "The last day of receipt whose money is sent.", transform: ArgumentReader.date)
    var through: LedgerDate

    @Option(help: "The number of the first check; the one after the last when not said.")
    var firstCheck: Int64?

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "When it is sent; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let batch = RunRemittances(
            through: through,
            firstCheck: firstCheck,
            fund: fund,
            sent: .on(ifKnown: on)
        )
        let run = try await LedgerSession.run(global) { try await $0.run(batch, command) }
        let sent = try Money.sum(run.lines.map(\.sent))
        try await ResultWriter(global).write(
            .recorded(
                "remittance_run",
                run.recorded,
                [ReportField("through", "\(through)"), ReportField("sent", "\(sent)")],
                sections: [Self.recipients(run.lines)]
            )
        )
    }

    private static func recipients(_ lines: [RemittanceRun.Line]) -> ReportSection {
        ReportSection(
            "recipients",
            columns: [
                ReportColumn("recipient", "Recipient", .text),
                ReportColumn("sent", "Sent", .money),
                ReportColumn("shares", "Shares", .count),
                ReportColumn("check", "Check", .text),
                ReportColumn("left", "Left", .money),
                ReportColumn("held", "Held", .money),
                ReportColumn("held_until", "Held until", .date),
            ],
            rows: lines.map { line in
                ReportRow([
                    .text(line.recipient), .money(line.sent), .count(line.shares),
                    .text(ifKnown: line.checkNumber.map { "\($0)" }), .money(line.left),
                    .money(line.held), .date(ifKnown: line.heldUntil),
                ])
            }
        )
    }
}
