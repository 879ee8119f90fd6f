import ArgumentParser
import Foundation
import LedgerOperations
import LedgerReports

struct DeclareStatementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract: "Declares how the files of a source are read; the newest declaration holds.",
        discussion: """
            A declaration of a bank's CSV files:

              source: first-bank
              format: csv
              separator: semicolon
              decimal: comma
              grouping: point
              dates: DMY
              currency: USD
              booked: Booked
              value: Value date
              amount: { column: Amount }
              balance: Balance
              texts: [Purpose]
              references: { Reference: ticket, Check: check }
              trailer: { begins: TOTAL, count: 2, sum: 3 }

            An amount may also be { credit: In, debit: Out }, or { column: Amount, by: Sign,
            credits: [C], debits: [D] }. Without dates only years in front are read: all other
            orders would be ambiguous. QIF needs currency and dates; BAI2 may have directions,
            such as { 890: credit }; camt may have turns_reversals: yes.

            Example:
              redress statement declare first-bank.yaml
            """
    )

    @Argument(help: "The declaration.", completion: .file(extensions: ["yaml"]))
    var file: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let text = try MappingFile.text(file)
        let command = write.command
        let declared = try await LedgerSession.run(global) {
            try await $0.declareStatementSource(yaml: text, file: file, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "statement_source",
                declared.recorded,
                [
                    ReportField("source", declared.name),
                    ReportField("version", declared.recorded.reference ?? ""),
                ]
            )
        )
    }
}
