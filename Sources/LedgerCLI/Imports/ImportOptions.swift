import ArgumentParser
import Foundation
import LedgerModel
import LedgerOperations

/// What means the same on every command that imports a file.
struct ImportOptions: ParsableArguments {
    @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: "The name under which its lines are known, such as county.")
    var source: String?

    @Option(
        help: "A file that says how the columns are read; it names the source.",
        completion: .file(extensions: ["yaml"])
    )
    var mapping: String?

    @Option(help: "How many lines the file must have.")
    var expectCount: Int?

    @Option(help: "What its amounts must add up to.", transform: ArgumentReader.amount)
    var expectSum: Money?

    @Option(
        help: "Where lines that were not imported go; FILE.rejects.csv when not said.",
        completion: .file()
    )
    var rejects: String?

    @Flag(help: "Check everything, keep nothing.")
    var dryRun = false

    func validate() throws {
        guard mapping != nil || source != nil else {
            throw ValidationError("Name the source with --source, or a file with --mapping.")
        }
        if let expectCount, expectCount < 0 {
            throw ValidationError("A file has no less than 0 lines.")
        }
    }

    /// Where the rejects go.
    var rejectsPath: String { rejects ?? (file == "-" ? "rejects.csv" : "\(file).rejects.csv") }

    /// The file as the library takes it.
    func importFile(_ kind: ImportKind) throws -> ImportFile {
        let mapping = try mapping.map { try MappingFile.read($0, kind) }
        guard let source = source ?? mapping?.source else {
            throw ValidationError("Name the source with --source.")
        }
        if let mapping, mapping.source != source {
            throw FileFailure(
                problem: "\(mapping.file) is for the source \(mapping.source), not \(source).",
                remedy: "Leave --source out, or name the mapping of that source."
            )
        }
        return ImportFile(
            source: source,
            name: file == "-" ? "standard input" : URL(fileURLWithPath: file).lastPathComponent,
            mapping: mapping,
            expectedLines: expectCount,
            expectedSum: expectSum,
            isDryRun: dryRun
        )
    }
}
