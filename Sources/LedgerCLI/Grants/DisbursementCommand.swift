import ArgumentParser

struct DisbursementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disbursement",
        abstract: "Money paid to grantees.",
        discussion: """
            Example:
              PGUSER=demo_grants_mn redress disbursement record A-2025-1 --amount 1.00
            """,
        subcommands: [
            RecordDisbursementCommand.self
        ]
    )
}
