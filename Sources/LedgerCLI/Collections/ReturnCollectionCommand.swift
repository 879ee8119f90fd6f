import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ReturnCollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Takes a receipt back, as when a check is returned; later money is re-applied.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress collection return 2 --reason \\
                  returned_check
            """
    )

    @Argument(help: "The number of the receipt.")
    var receipt: String

    @Option(help: "The till or file that numbered it.")
    var source = "counter"

    @Option(
        help: "returned_check, returned_ach, misapplied or duplicate.",
        transform: ArgumentReader.word
    )
    var reason = ReversalReason.returnedCheck

    @Option(
        help: "When the court learned of it; today when not said.",
        transform: ArgumentReader.date
    )
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        if reason == .void {
            throw ValidationError("Use `redress collection void`, which asks for the reason.")
        }
    }

    func run() async throws {
        let command = write.command
        let result = try await LedgerSession.run(global) { ledger in
            let entry = try await ledger.entry(ofReceipt: receipt, source: source)
            return try await ledger.take(
                back: ReturnCollection(entry, reason: reason, returned: .on(ifKnown: on)),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "collection_return",
                result.recorded,
                [
                    ReportField("receipt", receipt), ReportField("reason", reason.rawValue),
                    ReportField("receipts_applied_anew", "\(result.reapplied.count)"),
                ]
            )
        )
    }
}
