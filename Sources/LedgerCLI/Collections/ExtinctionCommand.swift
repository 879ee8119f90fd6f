import ArgumentParser

struct ExtinctionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extinction",
        abstract: "Debts that end by law, 18 U.S.C. 3013(c) and 3613(b).",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress extinction run --as-of 2025-06-30
            """,
        subcommands: [RunExtinctionCommand.self]
    )
}
