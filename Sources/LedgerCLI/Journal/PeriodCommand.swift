import ArgumentParser

struct PeriodCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period",
        abstract: "Closes and reopens the books of a fund.",
        discussion: """
            Example:
              redress period close --fund court --through 2024-09-30 --jurisdiction \\
                  us-mn-hennepin
            """,
        subcommands: [
            ClosePeriodCommand.self,
            ReopenPeriodCommand.self,
        ]
    )
}
