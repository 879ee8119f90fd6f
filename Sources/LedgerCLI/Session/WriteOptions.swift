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

    func validate() throws {
        if let requestKey, !(1...200).contains(requestKey.unicodeScalars.count) {
            throw ValidationError("A request key has 1 to 200 characters.")
        }
        if let memo, memo.unicodeScalars.count > 200 {
            throw ValidationError("A memo has at most 200 characters.")
        }
    }

    var command: CommandOptions {
        CommandOptions(requestKey: requestKey, memo: memo, isDryRun: dryRun)
    }
}
