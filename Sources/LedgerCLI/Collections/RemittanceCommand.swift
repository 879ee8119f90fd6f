import ArgumentParser

struct RemittanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remittance",
        abstract: "Collected money sent on to its recipients.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress remittance run --through 2025-05-31 --dry-run
            """,
        subcommands: [
            RunRemittancesCommand.self, RecordRemittanceCommand.self,
            RepayRemittanceCommand.self,
        ]
    )
}
