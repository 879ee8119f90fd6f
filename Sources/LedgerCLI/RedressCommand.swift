import ArgumentParser

/// The root of all commands.
struct RedressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redress",
        abstract: "Keeps the books of money taken from offenders and given to survivors.",
        discussion: """
            Example:
              redress demo

            Exit codes: 0 done; 1 refused by the ledger, or findings; 2 in doubt, repeat with \
            the same request key; 3 import done in part; 64 usage; 69 database not reachable; \
            70 a failure of our own; 77 not allowed; 130 interrupted.
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, DatabaseCommand.self, InitCommand.self, JurisdictionCommand.self,
            PrincipalCommand.self, TokenCommand.self, ProposalCommand.self, StatuteCommand.self,
            DocketCommand.self, ClaimCommand.self, InterestCommand.self, DelinquencyCommand.self,
            ExtinctionCommand.self, TillCommand.self, CollectionCommand.self, ImportCommand.self,
            RefundCommand.self, CheckIssuedCommand.self, BankAccountCommand.self,
            StatementCommand.self, ReconcileCommand.self, ExceptionCommand.self,
            DepositCommand.self,
            RemittanceCommand.self, RecipientCommand.self, FundCommand.self, AllotmentCommand.self,
            AwardCommand.self, DisbursementCommand.self, DeobligationCommand.self,
            PeriodCommand.self, OpeningCommand.self, ReportCommand.self, SealCommand.self,
            CheckCommand.self, VerifyCommand.self, CheckpointCommand.self, ProofCommand.self,
        ]
    )
}
