import ArgumentParser
import LedgerOperations
import LedgerReports

struct MatchRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "The rules by which lines of a bank account are matched, surest first.",
        discussion: """
            Example:
              redress reconcile rules show --account trust
            """,
        subcommands: [ShowMatchRulesCommand.self, SetMatchRulesCommand.self]
    )
}

struct ShowMatchRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows the rules that hold for a bank account.",
        discussion: """
            Example:
              redress reconcile rules show --account trust
            """
    )

    @Option(help: "The code of the bank account.")
    var account: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let held = try await LedgerSession.run(global) { try await $0.matchRules(of: account) }
        try await ResultWriter(global).write(
            .facts(
                "match_rules",
                "Rules of \(account)",
                [ReportField("version", held.version.map { "\($0)" } ?? "built in")],
                sections: [
                    ReportSection(
                        "rules",
                        title: "Rules",
                        columns: [
                            ReportColumn("rule", "Rule", .text),
                            ReportColumn("pass", "Looks by", .text),
                            ReportColumn("kinds", "Keys", .text),
                            ReportColumn("days_before", "Days before", .count),
                            ReportColumn("days_after", "Days after", .count),
                            ReportColumn("tolerance", "Tolerance", .money),
                            ReportColumn("confirm", "Confirms", .text),
                            ReportColumn("difference", "Difference to", .text),
                        ],
                        rows: held.rules.map { rule in
                            ReportRow([
                                .text(rule.name), .text(rule.pass.rawValue),
                                .text(rule.kinds.joined(separator: ", ")),
                                .count(Int64(rule.daysBefore)), .count(Int64(rule.daysAfter)),
                                .money(rule.tolerance), .text(rule.mayConfirm ? "yes" : "no"),
                                .text(rule.differenceRole ?? ""),
                            ])
                        }
                    )
                ]
            )
        )
    }
}

struct SetMatchRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Gives a bank account rules of its own; the newest hold.",
        discussion: """
            A file of rules, surest first:

              rules:
                - name: ticket
                  pass: reference
                  kinds: [ticket, receipt, any]
                  days: { before: 1, after: 45 }
                  confirm: yes
                - name: ticket-differs
                  pass: reference_amount
                  kinds: [ticket]
                  days: { before: 1, after: 45 }
                  tolerance: 25.00
                  difference: bank_fees

            Passes: reference, reference_amount, batch, shared, returned, group, amount, bucket,
            subset, names. Days are banking days.

            Example:
              redress reconcile rules set rules.yaml --account trust
            """
    )

    @Argument(help: "The file of rules.", completion: .file(extensions: ["yaml"]))
    var file: String

    @Option(help: "The code of the bank account.")
    var account: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let text = try MappingFile.text(file)
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.setMatchRules(yaml: text, file: file, of: account, command)
        }
        try await ResultWriter(global).write(
            .recorded("match_rules", recorded, [ReportField("account", account)])
        )
    }
}
