import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ListUnappliedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unapplied",
        abstract: "Money that no debt has claimed, and of unknown dockets, by its age.",
        discussion: """
            Negative is what a payer owes back: given back before a bank took it back too. The \
            total is the balance of the account in the trial balance.

            Example:
              redress collection unapplied --jurisdiction us-mn-hennepin
            """
    )

    @Option(help: "The day; today when not said.", transform: ArgumentReader.date)
    var asOf: LedgerDate?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let money = try await LedgerSession.run(global) {
            try await $0.unappliedMoney(on: .on(ifKnown: asOf))
        }
        let total = try Money.sum(money.map(\.amount))
        let section = ReportSection(
            "receipts",
            columns: [
                ReportColumn("docket", "Docket", .text),
                ReportColumn("source", "Source", .text),
                ReportColumn("receipt", "Receipt", .text),
                ReportColumn("payer_reference", "Payer reference", .text),
                ReportColumn("received_on", "Received", .date),
                ReportColumn("days", "Days", .count),
                ReportColumn("amount", "Amount", .money),
                ReportColumn("late", "Late", .text),
            ],
            rows: money.map { line in
                ReportRow([
                    .text(line.isUnidentified ? "unidentified" : line.docket ?? "expunged"),
                    .text(line.source), .text(line.isOwedBack ? "owed back" : line.number),
                    .text(line.payerReference ?? ""),
                    .date(line.receivedOn), .count(Int64(line.days)), .money(line.amount),
                    .text(line.isLate ? "yes" : "no"),
                ])
            }
        )
        try await ResultWriter(global).write(
            .facts(
                "collection_unapplied",
                "Unapplied money",
                [ReportField("total", "\(total)")],
                sections: [section]
            )
        )
    }
}
