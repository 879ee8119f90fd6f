import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct VacateDocketCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacate",
        abstract: "Vacates a conviction in full or in part, by two persons.",
        discussion: """
            Without debts or counts everything on the docket falls. What was paid is applied to
            what stays owed; the rest is payable to the defendant: see refund issue.

            Example:
              PGUSER=demo_clerk_hennepin redress docket vacate 27-CR-24-1001 \\
                  --order "order of 2025-07-01"
              PGUSER=demo_approver_hennepin redress docket vacate --approve 118
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String?

    @Option(help: "How the court calls its order.")
    var order: String?

    @Option(help: "The number of a debt that falls; may be repeated.")
    var debt: [Int16] = []

    @Option(help: "How many counts fall, of debts that rules order by the count.")
    var counts: Int?

    @Option(help: "From when the order holds.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @Option(help: "The number of a proposal by another person.")
    var approve: Int64?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        guard approve == nil ? docket != nil && order != nil : docket == nil && order == nil else {
            throw ValidationError("Give the docket and its --order, or --approve alone.")
        }
        if let counts, counts < 1 { throw ValidationError("At least one count falls.") }
    }

    func run() async throws {
        let command = write.command
        if let approve {
            let vacated = try await LedgerSession.run(global) {
                try await $0.approve(vacatur: approve, command)
            }
            try await ResultWriter(global).write(
                .changed("docket_vacate", vacated, [ReportField("proposal", "\(approve)")])
            )
        } else if let docket, let order {
            let vacatur = VacateConviction(
                docket,
                order: order,
                debts: debt,
                counts: counts,
                effective: .on(ifKnown: on)
            )
            let proposed = try await LedgerSession.run(global) {
                try await $0.propose(vacatur, command)
            }
            try await ResultWriter(global).write(
                .proposed("docket_vacate", proposed, [ReportField("docket", docket)])
            )
        }
    }
}
