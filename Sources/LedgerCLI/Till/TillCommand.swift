import ArgumentParser

struct TillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "till",
        abstract: "A cashier's day: open with change, count twice, close.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress till open window-1 --change-fund 100.00
            """,
        subcommands: [OpenTillCommand.self, CountTillCommand.self, CloseTillCommand.self]
    )
}
