import ArgumentParser
import LedgerOperations
import LedgerReports

struct ListImportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The files that were imported: what they held, when, by whom, whether undone.",
        discussion: """
            Example:
              redress import list --jurisdiction us-mn-hennepin
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let imports = try await LedgerSession.run(global) { try await $0.imports() }
        try await ResultWriter(global).write(
            .facts("imports", "Imports", [], sections: [.imports(imports)])
        )
    }
}
