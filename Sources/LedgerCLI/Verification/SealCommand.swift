import ArgumentParser
import LedgerOperations
import LedgerReports

struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Seals what was recorded into the chain of blocks.",
        discussion: """
            Example:
              redress seal --jurisdiction us-mn
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let head = try await LedgerSession.run(global) { try await $0.sealEverything() }
        try await ResultWriter(global).write(
            .facts(
                "seal",
                "Sealed",
                [
                    ReportField("block", head.blockNumber.map { "\($0)" } ?? "none"),
                    ReportField("chain_head", head.chainHead ?? "none"),
                    ReportField("unsealed_entries", "\(head.unsealed)"),
                ]
            )
        )
    }
}
