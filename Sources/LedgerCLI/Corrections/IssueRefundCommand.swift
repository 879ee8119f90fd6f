import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct IssueRefundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Gives back what is payable, or what no debt takes, by check.",
        discussion: """
            One clerk proposes and another person, clerk or approver, approves by the number of \
            the proposal. As long as what is given back of a docket that way stays below the \
            court's setting refund_approval_minimum, --alone pays without a second person.

            Example:
              PGUSER=demo_clerk_hennepin redress refund issue --all 27-CR-24-1002
              PGUSER=demo_approver_hennepin redress refund issue --approve 118
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String?

    @Option(help: "How much, in dollars.", transform: ArgumentReader.amount)
    var amount: Money?

    @Flag(help: "All that is payable or unapplied.")
    var all = false

    @Option(help: "The number of the check; the one after the last when not said.")
    var check: Int64?

    @Option(help: "To whom, by a token of the court; never a name.")
    var payableTo = "payer"

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @Flag(help: "Pay it without a second person, where the court allows.")
    var alone = false

    @Option(help: "The number of a proposal by another person.")
    var approve: Int64?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        let isProposal = docket != nil && (amount != nil) != all
        guard approve == nil ? isProposal : docket == nil && amount == nil && !all else {
            throw ValidationError("Give a docket with --amount or --all, or --approve alone.")
        }
    }

    func run() async throws {
        let command = write.command
        if let approve {
            let paid = try await LedgerSession.run(global) {
                try await $0.approve(refund: approve, command)
            }
            return try await paidReport(paid, ReportField("proposal", "\(approve)"))
        }
        let refund = IssueRefund(
            amount,
            on: docket ?? "",
            checkNumber: check,
            payableTo: payableTo,
            issued: .on(ifKnown: on)
        )
        if alone {
            let paid = try await LedgerSession.run(global) { try await $0.issue(refund, command) }
            return try await paidReport(paid, ReportField("docket", refund.docket))
        }
        let proposed = try await LedgerSession.run(global) {
            try await $0.propose(refund, command)
        }
        try await ResultWriter(global).write(
            .proposed("refund_issue", proposed, [ReportField("docket", refund.docket)])
        )
    }

    private func paidReport(_ paid: Recorded, _ what: ReportField) async throws {
        try await ResultWriter(global).write(
            .recorded("refund_issue", paid, [what, ReportField("check", paid.reference ?? "")])
        )
    }
}
