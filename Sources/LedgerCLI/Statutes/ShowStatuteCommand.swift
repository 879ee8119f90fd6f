import ArgumentParser
import LedgerModel
import StatuteLibrary

struct ShowStatuteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One rule: its window, amounts, shares and open points.",
        discussion: """
            Example:
              redress statute show mn-609.3241
            """
    )

    @Argument(help: "The rule, by its short name or citation.")
    var rule: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let versions = try LawFiles.library().rules.filter { $0.id == rule || $0.citation == rule }
        guard !versions.isEmpty else { throw LedgerRefusal(.authorityUnknown, detail: rule) }
        try await ResultWriter(global).write(StatuteTables.show(versions))
    }
}
