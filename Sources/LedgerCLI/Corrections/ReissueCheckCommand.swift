import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ReissueCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reissue",
        abstract: "Pays the money of a void check by another one.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress drawn-check reissue --check 502 501
            """
    )

    @Argument(help: "The number of the void check.")
    var number: Int64

    @Option(help: "The number of the next check; the one after the last when not said.")
    var check: Int64?

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.reissue(
                check: number,
                as: check,
                fund: fund,
                on: .on(ifKnown: on),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "check_reissue",
                recorded,
                [
                    ReportField("void_check", "\(number)"),
                    ReportField("check", recorded.reference ?? ""),
                ]
            )
        )
    }
}
