import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct VoidCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void",
        abstract: "Voids a check that will not be paid; its money waits, unclaimed.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress drawn-check void 501 --reason lost
            """
    )

    @Argument(help: "The number of the check.")
    var number: Int64

    @Option(help: "stale, lost or stopped.", transform: ArgumentReader.word)
    var reason: Check.VoidReason

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.void(
                check: number,
                fund: fund,
                because: reason,
                on: .on(ifKnown: on),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded("check_void", recorded, [ReportField("check", "\(number)")])
        )
    }
}
