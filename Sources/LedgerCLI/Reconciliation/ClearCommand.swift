import ArgumentParser
import LedgerModel
import LedgerOperations

struct ClearCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear",
        abstract: "Goes through open lines one by one, with a key for each decision.",
        discussion: """
            Keys, also from a pipe: a accept, r reject, s skip, 1-9 the entry of that number in
            the list, m match with numbers, f fee, i interest, b bounced, u undo, q quit, ? help.
            Each decision is kept at once.

            Example:
              PGUSER=demo_reconciler_hennepin redress reconcile clear --account trust
            """
    )

    @Option(help: "The code of the bank account.")
    var account: String

    @Option(help: "Lines up to this day only.", transform: ArgumentReader.date)
    var through: LedgerDate?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let (account, through) = (account, through)
        let report = try await LedgerSession.run(global) { ledger in
            let desk = try await ClearingDesk(ledger, account: account, through: through)
            var session = ClearingSession(desk: desk, keys: KeyReader(Surroundings.current.input))
            return try await StandardInput.withSingleKeys { try await session.run() }
        }
        try await ResultWriter(global).write(report)
    }
}
