import ArgumentParser
import LedgerOperations
import LedgerReports

struct ResolveLineCommand: AsyncParsableCommand {
    enum Template: String, CaseIterable {
        case fee, interest, returned
    }

    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Posts a fee, interest or a return from its line, and ties the two.",
        discussion: """
            A return takes back the receipt that the line names by check number or trace, so that
            the debt is owed again; it needs a clerk who is a reconciler too.

            Example:
              redress reconcile resolve 12:3 fee --account trust
            """
    )

    @Option(help: "The code of the bank account.")
    var account: String

    @Argument(help: "The line, such as 12:3.", transform: MatchPart.line)
    var line: MatchLines.Part<StatementLineName>

    @Argument(help: "fee, interest or returned.", transform: ArgumentReader.word)
    var template: Template

    @Option(help: "The number of the receipt that was returned.")
    var receipt: String?

    @Option(help: "The till or file that numbered it.")
    var source = "counter"

    @Option(help: "Why, at most 200 characters, never about a person.")
    var reason: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        guard receipt == nil || template == .returned else {
            throw ValidationError("Only a return has a receipt.")
        }
        guard line.amount == nil else { throw ValidationError("A line is posted as a whole.") }
    }

    func run() async throws {
        let (account, name, template, receipt, source, reason) =
            (account, line.name, template, receipt, source, reason)
        let command = write.command
        let resolved = try await LedgerSession.run(global) { ledger in
            let posting: LineTemplate =
                switch template {
                case .fee: .fee
                case .interest: .interest
                case .returned:
                    if let receipt {
                        .returned(
                            receipt: try await ledger.entry(ofReceipt: receipt, source: source)
                        )
                    } else {
                        .returned(receipt: nil)
                    }
                }
            return try await ledger.resolve(
                name,
                of: account,
                as: posting,
                reason: reason,
                command
            )
        }
        var fields = [ReportField("line", "\(name)"), ReportField("posted_as", template.rawValue)]
        if let taken = resolved.returned {
            fields.append(ReportField("receipt", taken.recorded.reference ?? ""))
            fields.append(ReportField("receipts_applied_anew", "\(taken.reapplied.count)"))
        }
        try await ResultWriter(global).write(.recorded("resolve", resolved.recorded, fields))
    }
}
