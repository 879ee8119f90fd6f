import ArgumentParser
import LedgerOperations
import LedgerReports

struct ListStatementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The statements of each account by day, what is missing between, and files.",
        discussion: """
            A gap is what an opening balance differs from the closing balance before it; days
            missing are the weekdays between the two. Only statements that count are compared.

            Example:
              redress statement list --jurisdiction us-mn-hennepin
            """
    )

    @Option(help: "One bank account only.")
    var account: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let (statements, files) = try await LedgerSession.run(global) { ledger in
            (try await ledger.statements(), try await ledger.statementFiles())
        }
        let listed = statements.filter { account == nil || $0.account == account }
        try await ResultWriter(global).write(
            .facts(
                "statements",
                "Statements",
                [],
                sections: [.statements(listed), .statementFiles(files)]
            )
        )
    }
}
