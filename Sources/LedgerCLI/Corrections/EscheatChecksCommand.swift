import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct EscheatChecksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escheat",
        abstract: "Turns over unclaimed money whose time is over; run again, it finds none.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress drawn-check escheat \\
                  --through 2025-06-30 --dry-run
            """
    )

    @Option(help: "The day; today when not said.", transform: ArgumentReader.date)
    var through: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let checks = try await LedgerSession.run(global) {
            try await $0.escheatUnclaimedChecks(through: .on(ifKnown: through), command)
        }
        try await ResultWriter(global).write(
            .checks(
                "check_escheat",
                command.isDryRun ? "Checked; nothing was kept" : "Unclaimed money turned over",
                checks
            )
        )
    }
}
