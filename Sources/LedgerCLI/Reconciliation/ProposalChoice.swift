import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

/// Which proposals a command means: named ones, or all of an account that fit.
struct ProposalChoice: ParsableArguments {
    @Argument(help: "The matches, such as 1234-2.", transform: MatchPart.match)
    var matches: [MatchName] = []

    @Option(help: "Instead of names: all of this bank account that have no difference.")
    var account: String?

    @Option(help: "Those of this rule only.")
    var rule: String?

    @Option(help: "Those of lines up to this day only.", transform: ArgumentReader.date)
    var through: LedgerDate?

    @Option(
        help: "Those that move no more than this each.",
        transform: ArgumentReader.amount
    )
    var largest: Money?

    @Flag(help: "Those without a rival only.")
    var withoutRivals = false

    @Option(help: "How many you saw; without it they are only shown.")
    var expectCount: Int?

    @Option(help: "What they moved together when you saw them.", transform: ArgumentReader.total)
    var expectSum: Money?

    @Option(help: "Why, at most 200 characters, never about a person.")
    var reason: String?

    func validate() throws {
        guard matches.isEmpty != (account == nil) else {
            throw ValidationError("Name matches, or a bank account and what you choose there.")
        }
        guard (expectCount == nil) == (expectSum == nil) else {
            throw ValidationError("Give --expect-count and --expect-sum together.")
        }
    }

    /// Decides, or shows what would be decided.
    func report(accepting: Bool, _ ledger: Ledger, _ command: CommandOptions) async throws -> Report
    {
        let name = accepting ? "accept" : "reject"
        guard let account else {
            let recorded =
                accepting
                ? try await ledger.accept(matches, reason: reason, command)
                : try await ledger.reject(matches, reason: reason, command)
            return .recorded(name, recorded, [ReportField("matches", "\(matches.count)")])
        }
        let filter = ProposalFilter(
            account,
            rule: rule,
            through: through,
            largest: largest,
            withoutRivals: withoutRivals
        )
        if let expectCount, let expectSum {
            let recorded = try await ledger.decide(
                accepting: accepting,
                filter,
                expecting: expectCount,
                moving: expectSum,
                reason: reason,
                command
            )
            return .recorded(
                name,
                recorded,
                [ReportField("matches", "\(expectCount)"), ReportField("moved", "\(expectSum)")]
            )
        }
        let proposals = try await ledger.proposals(filter)
        let sum = try Money.sum(proposals.map(\.turnover))
        return .facts(
            "\(name)_preview",
            "Nothing is decided yet",
            [
                ReportField("matches", "\(proposals.count)"), ReportField("move", "\(sum)"),
                ReportField(
                    "to_decide",
                    "add --expect-count \(proposals.count) --expect-sum \(sum)"
                ),
            ],
            sections: [.proposals(proposals)]
        )
    }
}
