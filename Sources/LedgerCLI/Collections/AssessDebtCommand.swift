import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct AssessDebtCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Orders a debt under the law in force on the day of judgment.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress docket assess 27-CR-24-1004 \\
                  mn-609.3241 --grade misdemeanor --amount 500.00
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String

    @Argument(help: "The rule, by its short name or citation; see: redress statute list")
    var rule: String

    @Option(help: "The grade of the offense, where the rule asks for it.")
    var grade: String?

    @Option(help: "The number of counts of conviction.")
    var counts = 1

    @Option(help: "The number of prior convictions.")
    var priors = 0

    @Option(
        help: "The court's figure in dollars, where the law leaves room.",
        transform: ArgumentReader.amount
    )
    var amount: Money?

    @Option(help: "Who plays a role in this case, as ROLE=CODE; may be repeated.")
    var recipient: [String] = []

    @Option(help: "How a role's share is weighed among its recipients, as ROLE=60:40.")
    var weight: [String] = []

    @OptionGroup var losses: LossOptions

    @Option(help: "The joint claim that the debt is part of, up to the amount.")
    var claim: String?

    @Option(
        help: "The yearly rate of interest in percent, as the Treasury published it.",
        transform: ArgumentReader.rate
    )
    var interestRate: Int64?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        var debt = AssessDebt(rule, on: docket, amount: amount)
        debt.grade = grade
        debt.counts = counts
        debt.priors = priors
        debt.recipients = try RoleWords.recipients(recipient)
        debt.weights = try RoleWords.weights(weight)
        debt.restitution = try losses.restitution
        debt.claim = claim
        debt.interestRate = interestRate
        let command = write.command
        let assessed = try await LedgerSession.run(global) { [debt] in
            try await $0.assess(debt, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "docket_assess",
                assessed.recorded,
                [
                    ReportField("docket", docket), ReportField("debt", "\(assessed.debt)"),
                    ReportField("amount", "\(assessed.amount)"),
                    ReportField("authority", assessed.citation),
                    ReportField("grade", grade ?? "none"), ReportField("counts", "\(counts)"),
                    ReportField("priors", "\(priors)"),
                    ReportField("count_basis", assessed.countBasis.rawValue),
                ]
            )
        )
    }
}
