import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct SignOffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-off",
        abstract: "Prepares the reconciliation of an account, or signs what another prepared.",
        discussion: """
            The preparer names the account and the last day; the answer has the number by which \
            another person signs. The books of the fund must be closed through that day. What was \
            signed does not change any more unless it is reopened.

            Example:
              redress reconcile sign-off court-bank --through 2025-05-31 --dry-run
              PGUSER=demo_approver_hennepin redress reconcile sign-off --proposal 21 --dry-run
            """
    )

    @Argument(help: "The code of the bank account, to prepare it.")
    var account: String?

    @Option(help: "The last day of the period.", transform: ArgumentReader.date)
    var through: LedgerDate?

    @Option(help: "What the difference of the balances is, if there is one.")
    var difference: String?

    @Option(help: "The number of what another person prepared, to sign it.")
    var proposal: Int64?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        let prepares = account != nil && through != nil && proposal == nil
        let signs = proposal != nil && account == nil && through == nil && difference == nil
        if !prepares, !signs {
            throw ValidationError("Name an account and --through, or only --proposal.")
        }
    }

    func run() async throws {
        let command = write.command
        if let proposal {
            let recorded = try await LedgerSession.run(global) {
                try await $0.signOff(proposal, command)
            }
            try await ResultWriter(global).write(
                .recorded("sign_off", recorded, [ReportField("proposal", "\(proposal)")])
            )
        } else if let account, let through {
            let prepared = try await LedgerSession.run(global) {
                try await $0.prepareSignOff(
                    of: account,
                    through: through,
                    reason: difference,
                    command
                )
            }
            try await ResultWriter(global).write(
                .recorded(
                    "sign_off_prepared",
                    prepared.recorded,
                    [
                        ReportField("account", account), ReportField("through", "\(through)"),
                        ReportField("bank", "\(prepared.balances[0])"),
                        ReportField("books", "\(prepared.balances[1])"),
                        ReportField("cases", "\(prepared.balances[2])"),
                        ReportField("statement_lines", "\(prepared.counts[0])"),
                        ReportField("book_lines", "\(prepared.counts[1])"),
                        ReportField("matches", "\(prepared.counts[2])"),
                        ReportField("sha256", prepared.digest, label: "SHA-256"),
                        ReportField("proposal", "\(prepared.recorded.entry)"),
                    ]
                )
            )
        }
    }
}
