import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ScheduleDebtCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Says by when a debt is to be paid, part by part.",
        discussion: """
            Equal parts of what is still owed, a month apart, unless the court orders otherwise; \
            the last takes the cents that do not divide. The newest schedule holds.

            Example:
              PGUSER=demo_clerk_hennepin redress docket schedule 27-CR-24-1004 --debt 1 \\
                  --instalments 12 --first 2025-08-01
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String

    @Option(help: "The number of the debt on the docket.")
    var debt: Int16

    @Option(help: "Into how many equal parts.")
    var instalments: Int?

    @Option(help: "When the first of them falls due.", transform: ArgumentReader.date)
    var first: LedgerDate?

    @Option(
        help: "How far they lie apart: week, month or quarter.",
        transform: ArgumentReader.word
    )
    var every = Instalment.Interval.month

    @Option(help: "One part as the court orders it, as 2025-08-01=50.00; may be repeated.")
    var instalment: [String] = []

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        guard instalment.isEmpty ? instalments != nil && first != nil : instalments == nil else {
            throw ValidationError("Give --instalments with --first, or each --instalment.")
        }
        _ = try parts
    }

    func run() async throws {
        let schedule = ScheduleDebt(debt, on: docket, try parts)
        let recorded = try await LedgerSession.run(global) {
            try await $0.schedule(schedule, write.command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "docket_schedule",
                recorded,
                [
                    ReportField("docket", docket), ReportField("debt", "\(debt)"),
                    ReportField("instalments", "\(instalments ?? instalment.count)"),
                ]
            )
        )
    }

    private var parts: ScheduleDebt.Parts {
        get throws {
            if let instalments, let first {
                return .equal(count: instalments, first: first, every: every)
            }
            return .stated(
                try instalment.map { word in
                    let (day, amount) = try RoleWords.parts(word, "DAY=AMOUNT")
                    return Instalment(
                        dueOn: try ArgumentReader.date(day),
                        amount: try ArgumentReader.amount(amount)
                    )
                }
            )
        }
    }
}
