import ArgumentParser

struct StatuteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statute",
        abstract: "The law as data.",
        discussion: """
            Example:
              redress statute list
            """,
        subcommands: [
            ListStatutesCommand.self,
            ShowStatuteCommand.self,
            CheckStatuteCommand.self,
            TestStatutesCommand.self,
            LoadStatutesCommand.self,
        ]
    )
}
