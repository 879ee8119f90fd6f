import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RunReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Matches lines of statements with lines of the books by the account's rules.",
        discussion: """
            What is certain is matched, what is likely proposed, what fits more than once called
            ambiguous. A run that was interrupted is finished by running again. With --rules
            nothing is kept: it shows what these rules would find in the days given, as if nothing
            had been matched, and how much of that is as it stands.

            Example:
              redress reconcile run --account trust --dry-run
            """
    )

    @Option(help: "The code of the bank account.")
    var account: String

    @Option(
        help: "The last day that is looked at; today if not given.",
        transform: ArgumentReader.date
    )
    var through: LedgerDate?

    @Option(help: "A file of rules to be tried on past days.", completion: .file())
    var rules: String?

    @Option(help: "The first day on which rules are tried.", transform: ArgumentReader.date)
    var from: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        if rules != nil, !write.dryRun {
            throw ValidationError("Rules of a file are tried only: add --dry-run.")
        }
        if from != nil, rules == nil {
            throw ValidationError("A first day goes with --rules: a run looks at all that is open.")
        }
    }

    func run() async throws {
        if let rules {
            let text = try MappingFile.text(rules)
            let tried = try await LedgerSession.run(global) {
                try await $0.tryMatchRules(
                    yaml: text,
                    file: rules,
                    of: account,
                    from: from,
                    through: through
                )
            }
            try await ResultWriter(global).write(Self.report(tried, account))
        } else {
            let command = write.command
            let done = try await LedgerSession.run(global) {
                try await $0.reconcile(account, through: through, command)
            }
            try await ResultWriter(global).write(Self.report(done))
        }
    }
}

extension RunReconcileCommand {
    private static func report(_ run: ReconcileRun) -> Report {
        .facts(
            "reconcile_run",
            "\(run.isDryRun ? "Checked; nothing was kept:" : "Done:") \(run.account) "
                + "through \(run.through)",
            [
                ReportField("request_key", run.key),
                ReportField("result_hash", run.resultHash),
            ],
            sections: [passes(run.passes), open(run)]
        )
    }

    private static func passes(_ passes: [ReconcileRun.Pass]) -> ReportSection {
        ReportSection(
            "passes",
            title: "Rules",
            columns: [
                ReportColumn("rule", "Rule", .text), ReportColumn("pass", "Looks by", .text),
                ReportColumn("statement_lines", "Bank lines", .count),
                ReportColumn("book_lines", "Book lines", .count),
                ReportColumn("confirmed", "Confirmed", .count),
                ReportColumn("proposed", "Proposed", .count),
                ReportColumn("ambiguous", "Ambiguous", .count),
                ReportColumn("dissolved", "Dissolved", .count),
            ],
            rows: passes.map { pass in
                ReportRow([
                    .text(pass.name), .text(pass.pass), .count(Int64(pass.statementLines)),
                    .count(Int64(pass.bookLines)), .count(Int64(pass.confirmed)),
                    .count(Int64(pass.proposed)), .count(Int64(pass.ambiguous)),
                    .count(Int64(pass.dissolved)),
                ])
            }
        )
    }

    private static func open(_ run: ReconcileRun) -> ReportSection {
        ReportSection(
            "open",
            title: "Not yet matched, proposals included",
            columns: [
                ReportColumn("side", "Side", .text), ReportColumn("lines", "Lines", .count),
                ReportColumn("amount", "Sum", .money),
            ],
            rows: [("bank", run.openStatement), ("books", run.openBook)].map { side, open in
                ReportRow([.text(side), .count(Int64(open.lines)), .money(open.amount)])
            }
        )
    }

    private static func report(_ rules: [TriedRule], _ account: String) -> Report {
        .facts(
            "reconcile_trial",
            "Tried on \(account); nothing was kept",
            [],
            sections: [
                ReportSection(
                    "rules",
                    title: "Rules, and how far what they find is matched so already",
                    columns: [
                        ReportColumn("rule", "Rule", .text),
                        ReportColumn("pass", "Looks by", .text),
                        ReportColumn("confirmed", "Confirmed", .count),
                        ReportColumn("confirmed_right", "As it stands", .count),
                        ReportColumn("confirmed_wrong", "Otherwise", .count),
                        ReportColumn("precision", "Precision", .text),
                        ReportColumn("proposed", "Proposed", .count),
                        ReportColumn("proposed_right", "As it stands", .count),
                        ReportColumn("proposed_wrong", "Otherwise", .count),
                        ReportColumn("ambiguous", "Ambiguous", .count),
                    ],
                    rows: rules.map { rule in
                        ReportRow([
                            .text(rule.name), .text(rule.pass), .count(Int64(rule.confirmed)),
                            .count(Int64(rule.confirmedRight)),
                            .count(Int64(rule.confirmedWrong)),
                            .text(rule.precision.map(percent) ?? ""),
                            .count(Int64(rule.proposed)), .count(Int64(rule.proposedRight)),
                            .count(Int64(rule.proposedWrong)), .count(Int64(rule.ambiguous)),
                        ])
                    }
                )
            ]
        )
    }

    private static func percent(_ parts: Int) -> String {
        let rest = parts % 100
        return "\(parts / 100).\(rest < 10 ? "0" : "")\(rest) %"
    }
}
