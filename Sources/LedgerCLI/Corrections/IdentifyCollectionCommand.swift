import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct IdentifyCollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify",
        abstract: "Puts money on its docket that was received before anybody knew which it is.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress collection identify 21 \\
                  --docket 27-CR-25-1006
            """
    )

    @Argument(help: "The number of the receipt.")
    var receipt: String

    @Option(help: "The reference of the docket.")
    var docket: String

    @Option(help: "The till or file that numbered it.")
    var source = "counter"

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let move = MoveCollection(receipt, to: docket, source: source, moved: .on(ifKnown: on))
        let moved = try await LedgerSession.run(global) { try await $0.identify(move, command) }
        try await ResultWriter(global).write(.moved("collection_identify", moved, move))
    }
}
