import ArgumentParser
import LedgerOperations

struct ImportDocketsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports dockets from CSV, one debt a line; the same file adds nothing twice.",
        discussion: """
            Columns: docket, judgment_date, rule; if given amount, grade, counts, priors, entity
            (yes or no); or those that a mapping declares. Lines of one docket add debts to it.

            Example:
              printf 'docket,judgment_date,rule,grade\\n27-CR-25-9,2025-06-30,%s,%s\\n' \\
                mn-609.3241 misdemeanor | PGUSER=demo_clerk_hennepin \\
                redress docket import - --source county --dry-run
            """
    )

    @OptionGroup var options: ImportOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await ImportRun(options: options, global: global, kind: .docket).run { ledger, ends in
            try await ledger.importDockets(
                ends.file,
                opening: ends.opening,
                rejects: ends.rejects,
                progress: ends.progress
            )
        }
    }
}
