import ArgumentParser
import LedgerOperations

/// What means the same on every command that goes through all dockets.
struct RunOptions: ParsableArguments {
    @Flag(help: "Reckon everything, keep nothing.")
    var dryRun = false

    var command: CommandOptions { CommandOptions(isDryRun: dryRun) }

    /// How the heading of a result begins.
    var did: String { dryRun ? "Checked; nothing was kept:" : "Done:" }
}
