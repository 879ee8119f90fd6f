import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct CountTillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Records what you counted in a till, the change fund included.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress till count window-1 --cash 350.01
              PGUSER=demo_approver_hennepin redress till count window-1 \\
                  --pieces 50.00x7 0.01x1

            Two people count, each by themselves; nobody is told before what was expected.
            Where the till took checks, both count them: --checks 140.01 --check-count 2.
            """
    )

    @Argument(help: "The till.")
    var till: String

    @Option(help: "All cash, in dollars.", transform: ArgumentReader.total)
    var cash: Money?

    @Option(
        parsing: .upToNextOption,
        help: "The cash piece by piece, as 20.00x5.",
        transform: PiecesWord.init
    )
    var pieces: [PiecesWord] = []

    @Option(help: "What the checks come to, in dollars.", transform: ArgumentReader.total)
    var checks: Money?

    @Option(help: "How many checks there are.")
    var checkCount: Int64?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        if (cash == nil) == pieces.isEmpty {
            throw ValidationError("Give the cash as --cash or as --pieces.")
        }
        if Set(pieces.map(\.worth)).count < pieces.count {
            throw ValidationError("Name each worth of --pieces once.")
        }
        if let checkCount, checkCount < 0 {
            throw ValidationError("There are 0 checks or more.")
        }
        if (checks == nil) != (checkCount == nil) {
            throw ValidationError("Give --checks and --check-count together.")
        }
    }

    func run() async throws {
        let command = write.command
        let count = CountTill(
            till,
            cash.map(CountTill.Cash.total)
                ?? .pieces(Dictionary(uniqueKeysWithValues: pieces.map { ($0.worth, $0.number) })),
            checks: checks,
            checkCount: checkCount,
            counted: .on(ifKnown: on)
        )
        let recorded = try await LedgerSession.run(global) { try await $0.count(count, command) }
        try await ResultWriter(global).write(
            .recorded("till_count", recorded, [ReportField("till", till)])
        )
    }
}
