import ArgumentParser

struct RemittanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remittance",
        abstract: "Collected money sent on to its recipients.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress remittance record safe-harbor \\
                  --amount 10.00
            """,
        subcommands: [
            RecordRemittanceCommand.self
        ]
    )
}
