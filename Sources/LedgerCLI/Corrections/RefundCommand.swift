import ArgumentParser

struct RefundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refund",
        abstract: "Money given back to the payers of dockets.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress refund show 27-CR-24-1002
            """,
        subcommands: [
            IssueRefundCommand.self, ShowRefundCommand.self, RepayAdvanceCommand.self,
        ]
    )
}
