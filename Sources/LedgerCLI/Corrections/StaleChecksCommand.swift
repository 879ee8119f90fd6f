import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct StaleChecksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stale",
        abstract: "Voids every check that is stale on a day; run again, it finds none.",
        discussion: """
            A check that the bank paid stays out once its line of a statement is matched with it: \
            import and match the statements first.

            Example:
              PGUSER=demo_clerk_hennepin redress drawn-check stale \\
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
            try await $0.voidStaleChecks(through: .on(ifKnown: through), command)
        }
        try await ResultWriter(global).write(
            .checks(
                "check_stale",
                command.isDryRun ? "Checked; nothing was kept" : "Stale checks voided",
                checks
            )
        )
    }
}
