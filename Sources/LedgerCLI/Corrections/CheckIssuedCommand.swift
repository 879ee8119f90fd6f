import ArgumentParser

struct CheckIssuedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drawn-check",
        abstract: "Checks that the court drew, until they are paid or turned over.",
        discussion: """
            Example:
              redress drawn-check list --jurisdiction us-mn-hennepin
            """,
        subcommands: [
            ListChecksCommand.self, VoidCheckCommand.self, ReissueCheckCommand.self,
            StaleChecksCommand.self, EscheatChecksCommand.self,
        ]
    )
}
