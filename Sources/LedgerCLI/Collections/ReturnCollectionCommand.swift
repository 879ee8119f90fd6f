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
        help: "returned_check, returned_ach, chargeback or duplicate.",
        transform: ArgumentReader.word
    )
    var reason = ReversalReason.returnedCheck

    @Option(help: "Of a duplicate: the number of the receipt that stands for the same money.")
    var doubles: String?

    @Option(help: "The till or file that numbered that one; --source when not said.")
    var doublesSource: String?

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
        if reason == .duplicate, doubles == nil {
            throw ValidationError("Name the receipt that stands with --doubles.")
        }
        if reason != .duplicate, doubles != nil || doublesSource != nil {
            throw ValidationError("Only a duplicate doubles another receipt.")
        }
    }

    func run() async throws {
        let command = write.command
        let result = try await LedgerSession.run(global) { ledger in
            let entry = try await ledger.entry(ofReceipt: receipt, source: source)
            var collection = ReturnCollection(entry, reason: reason, returned: .on(ifKnown: on))
            if let doubles {
                collection.doubles = try await ledger.entry(
                    ofReceipt: doubles,
                    source: doublesSource ?? source
                )
            }
            return try await ledger.take(back: collection, command)
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
