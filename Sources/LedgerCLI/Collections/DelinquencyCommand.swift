import ArgumentParser

struct DelinquencyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delinquency",
        abstract: "What is late, and its penalties, 18 U.S.C. 3612(g).",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress delinquency run --as-of 2025-06-30
            """,
        subcommands: [RunDelinquencyCommand.self]
    )
}
