import ArgumentParser
import LedgerOperations
import LedgerReports

struct UndoImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes an import back as a whole; one person proposes, another approves.",
        discussion: """
            The first person names the import and is told the number of the proposal; the second
            one names that with --proposal, and everything is reversed at once.

            Example:
              PGUSER=demo_clerk_hennepin redress import undo 12 --dry-run
            """
    )

    @Argument(help: "The number of the import, as listed.")
    var number: Int64

    @Option(help: "The proposal of another person that is approved.")
    var proposal: Int64?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        guard let proposal else {
            let recorded = try await LedgerSession.run(global) { ledger in
                try await ledger.proposeUndo(ofImport: number, command)
            }
            try await ResultWriter(global).write(
                .proposed("import_undo_proposal", recorded, [ReportField("import", "\(number)")])
            )
            return
        }
        let undone = try await LedgerSession.run(global) { ledger in
            try await ledger.undoImport(number, proposal: proposal, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "import_undo",
                undone.recorded,
                [
                    ReportField("import", "\(number)"),
                    ReportField("taken_back", "\(undone.takenBack)"),
                    ReportField("receipts_applied_anew", "\(undone.reapplied.count)"),
                ]
            )
        )
    }
}
