import ArgumentParser
import LedgerOperations

/// What means the same on every command.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The jurisdiction, such as us-mn; needed when your login has several.")
    var jurisdiction: String?

    @Option(
        name: .customLong("as"),
        help: "Use no more than this role, which you must hold.",
        transform: ArgumentReader.word
    )
    var role: LedgerRole?

    @Option(
        help: """
            A libpq connection string or URI. Without it: REDRESS_DATABASE_URL, then the PG* \
            variables, then a private PostgreSQL.
            """
    )
    var database: String?

    @Option(name: [.customShort("O"), .long], help: "How to write the result.")
    var output: OutputFormat?

    @Option(
        name: [.customShort("o"), .customLong("output-file")],
        help: "Where to write the result; its extension chooses the format.",
        completion: .file()
    )
    var outputFile: String?

    @Flag(help: "Say nothing beside the result and errors.")
    var quiet = false

    @Flag(name: .customLong("no-color"), help: "Use no colors.")
    var noColor = false

    /// Says something beside the result, unless quiet.
    func note(_ text: String) {
        if !quiet { Surroundings.current.say(text) }
    }

    func validate() throws {
        if output == nil, let outputFile, outputFile != "-",
            OutputFormat(fileName: outputFile) == nil
        {
            throw ValidationError(
                "The name \(outputFile) does not end in .csv, .json, .html or .txt; name --output."
            )
        }
        // Known before anything is recorded.
        if let outputFile, outputFile != "-", !OutputFile.isWritable(outputFile) {
            throw ValidationError("The file \(outputFile) cannot be written.")
        }
    }
}
