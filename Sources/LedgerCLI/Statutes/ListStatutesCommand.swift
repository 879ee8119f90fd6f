import ArgumentParser

struct ListStatutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The rules and the profiles of jurisdictions that are there.",
        discussion: """
            Example:
              redress statute list
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await ResultWriter(global).write(StatuteTables.list(try LawFiles.library()))
    }
}
