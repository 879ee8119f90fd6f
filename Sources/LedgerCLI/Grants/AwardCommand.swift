import ArgumentParser

struct AwardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "award",
        abstract: "Grants to organizations.",
        discussion: """
            Example:
              PGUSER=demo_grants_mn redress award record A-99 --fund safe-harbor \\
                  --grantee "Harbor House" --rule mn-609.3241 --amount 1.00
            """,
        subcommands: [
            RecordAwardCommand.self
        ]
    )
}
