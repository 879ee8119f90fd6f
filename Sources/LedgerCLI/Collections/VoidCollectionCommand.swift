import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct VoidCollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void",
        abstract: "Voids a receipt on the day it was written; it stays visible.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress collection void 19 --memo "wrong amount"

            The memo is the reason. Once the money went to the bank, or a day later, a receipt
            is taken back instead.
            """
    )

    @Argument(help: "The number of the receipt.")
    var receipt: String

    @Option(help: "The till that numbered it.")
    var source = "counter"

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        if write.memo == nil { throw ValidationError("Say why with --memo.") }
    }

    func run() async throws {
        let command = write.command
        let result = try await LedgerSession.run(global) { ledger in
            let entry = try await ledger.entry(ofReceipt: receipt, source: source)
            return try await ledger.take(back: ReturnCollection(entry, reason: .void), command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "collection_void",
                result.recorded,
                [
                    ReportField("receipt", receipt), ReportField("reason", write.memo ?? ""),
                    ReportField("receipts_applied_anew", "\(result.reapplied.count)"),
                ]
            )
        )
    }
}
