import ArgumentParser
import LedgerOperations

struct ImportCollectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports receipts from CSV; again and again the same file adds nothing twice.",
        discussion: """
            Columns: docket, amount, date; if given number, method, payer_reference, memo; or
            those that a mapping declares.

            Example:
              printf 'docket,amount,date\\n27-CR-24-1004,25.00,2025-06-30\\n' |
                PGUSER=demo_clerk_hennepin redress collection import - \\
                  --source county --expect-sum 25.00 --dry-run
            """
    )

    @OptionGroup var options: ImportOptions

    @Option(help: "How lines that do not say so were paid.", transform: ArgumentReader.word)
    var method = PaymentMethod.other

    @Flag(help: "Stop, with a list, when payments of the file look alike.")
    var strict = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await ImportRun(options: options, global: global, kind: .collection).run {
            ledger,
            ends in
            try await ledger.importCollections(
                ImportCollections(ends.file, usualMethod: method, isStrict: strict),
                opening: ends.opening,
                rejects: ends.rejects,
                progress: ends.progress
            )
        }
    }
}
