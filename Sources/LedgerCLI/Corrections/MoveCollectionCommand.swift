import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct MoveCollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Moves a receipt to the docket for which it was paid; it keeps its number.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress collection move 14 --to 27-CR-25-1006
            """
    )

    @Argument(help: "The number of the receipt.")
    var receipt: String

    @Option(help: "The reference of the right docket.")
    var to: String

    @Option(help: "The till or file that numbered it.")
    var source = "counter"

    @Option(help: "When the court learned of it.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let move = MoveCollection(receipt, to: to, source: source, moved: .on(ifKnown: on))
        let moved = try await LedgerSession.run(global) { try await $0.move(move, command) }
        try await ResultWriter(global).write(.moved("collection_move", moved, move))
    }
}
