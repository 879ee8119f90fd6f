import ArgumentParser

struct OpeningCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opening",
        abstract: "Going live with history: a fund that was kept by another system.",
        discussion: """
            Example:
              redress opening show --jurisdiction us-mn-hennepin
            """,
        subcommands: [ImportOpeningCommand.self, ShowOpeningCommand.self]
    )
}
