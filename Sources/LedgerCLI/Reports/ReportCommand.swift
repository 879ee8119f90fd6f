import ArgumentParser
import LedgerOperations

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Reports, as a table, CSV, JSON or HTML.",
        discussion: """
            Example:
              redress report balance --jurisdiction us-mn -o balance.html
            """,
        subcommands: [
            BalanceReportCommand.self, RunningReportCommand.self, TrialBalanceReportCommand.self,
            DocketReportCommand.self, FundingReportCommand.self, CollectionsReportCommand.self,
            AgeingReportCommand.self, RemittancesReportCommand.self, DailyCashReportCommand.self,
            ReconciliationReportCommand.self, ExceptionsReportCommand.self,
            AccessReportCommand.self,
        ]
    )
}
