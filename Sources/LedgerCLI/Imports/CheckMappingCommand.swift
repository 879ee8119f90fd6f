import ArgumentParser
import LedgerOperations
import LedgerReports

struct CheckMappingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a mapping by itself and says how it reads each field.",
        discussion: """
            A mapping for files without a header, whose last line states their totals:

              kind: collection
              source: county
              encoding: windows-1252
              separator: semicolon
              header: no
              columns: 7
              fields:
                docket: { position: 1 }
                number: { position: 2 }
                amount: { position: 3, decimal: comma, grouping: point }
                date: { position: 4, format: DD.MM.YYYY }
                method: { position: 5, values: { CK: check, CA: cash } }
                memo: { value: county system }
              trailer: { begins: TOTAL, count: 2, sum: 3 }

            With a header a field says { column: Case No }, and columns that are not
            needed are listed: ignore: [Clerk, Station].

            Example:
              redress import check county.yaml
            """
    )

    @Argument(help: "The mapping.", completion: .file(extensions: ["yaml"]))
    var mapping: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let read = try MappingFile.read(mapping)
        let fields = [
            ReportField("kind", read.kind.rawValue), ReportField("source", read.source),
        ]
        try await ResultWriter(global).write(
            .facts(
                "mapping",
                "A mapping that can be used",
                fields + read.summary.map { ReportField($0.field, $0.origin) }
            )
        )
    }
}
