import ArgumentParser

struct InterestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interest",
        abstract: "Interest on fines and restitution, 18 U.S.C. 3612(f).",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress interest run --through 2025-06-30
            """,
        subcommands: [RunInterestCommand.self]
    )
}
