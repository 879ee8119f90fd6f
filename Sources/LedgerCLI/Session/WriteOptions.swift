import ArgumentParser
import LedgerOperations

/// What means the same on every command that records something.
struct WriteOptions: ParsableArguments {
    @Flag(help: "Check everything, keep nothing.")
    var dryRun = false

    @Option(help: "Repeat the command that had this key; it is recorded once.")
    var requestKey: String?

    @Option(help: "A remark kept with the entry, at most 200 characters, never about a person.")
    var memo: String?

    var command: CommandOptions {
        CommandOptions(requestKey: requestKey, memo: memo, isDryRun: dryRun)
    }
}
