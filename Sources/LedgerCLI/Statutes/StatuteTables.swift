import LedgerModel
import LedgerReports
import StatuteLibrary

/// The law as results.
enum StatuteTables {
    static func list(_ library: StatuteLibrary) -> Report {
        Report(
            name: "statute_list",
            title: "The law as data",
            sections: [
                ReportSection(
                    "rules",
                    title: "Rules",
                    columns: [
                        ReportColumn("rule", "Rule", .text),
                        ReportColumn("citation", "Citation", .text),
                        ReportColumn("from", "From", .date),
                        ReportColumn("to", "To", .date),
                        ReportColumn("title", "Title", .text),
                    ],
                    rows: library.rules.map {
                        ReportRow([
                            .text($0.id), .text($0.citation), .date($0.effectiveFrom),
                            .date(ifKnown: $0.effectiveTo), .text($0.title),
                        ])
                    }
                ),
                ReportSection(
                    "profiles",
                    title: "Profiles of jurisdictions",
                    columns: [
                        ReportColumn("profile", "Profile", .text),
                        ReportColumn("name", "Name", .text),
                        ReportColumn("law_of", "Law of", .text),
                    ],
                    rows: library.profiles.map {
                        ReportRow([
                            .text($0.code), .text($0.name),
                            .text($0.lawOf.joined(separator: ", ")),
                        ])
                    }
                ),
            ]
        )
    }

    static func show(_ versions: [StatuteRule]) -> Report {
        Report(
            name: "statute_show",
            title: versions.map(\.title).first ?? "",
            sections: versions.flatMap { [facts($0), amounts($0), shares($0)] }
        )
    }

    private static func facts(_ rule: StatuteRule) -> ReportSection {
        let window = "\(rule.effectiveFrom) to \(rule.effectiveTo.map { "\($0)" } ?? "now")"
        let facts =
            [
                ("rule", rule.id), ("citation", rule.citation), ("window", window),
                ("debt", rule.debtKind.rawValue), ("source", rule.source),
                ("as of", "\(rule.asOf)"), ("confidence", rule.confidence.rawValue),
            ] + StatuteTerms.all(of: rule) + rule.openPoints.map { ("open point", $0) }
        return ReportSection(
            "facts",
            title: "\(rule.citation), \(window)",
            columns: [
                ReportColumn("fact", "Fact", .text), ReportColumn("value", "Value", .text),
            ],
            rows: facts.map { ReportRow([.text($0), .text($1)]) }
        )
    }

    private static func amounts(_ rule: StatuteRule) -> ReportSection {
        ReportSection(
            "amounts",
            title: "Amounts",
            columns: [
                ReportColumn("grade", "Grade", .text),
                ReportColumn("offender", "Offender", .text),
                ReportColumn("priors", "Prior convictions", .text),
                ReportColumn("least", "At least", .money),
                ReportColumn("most", "At most", .money),
            ],
            rows: rule.assessment.rows.map { row in
                ReportRow([
                    .text(row.grade ?? "any"),
                    .text(row.isEntity.map { $0 ? "organization" : "person" } ?? "any"),
                    .text(row.priors.map(words) ?? "any"),
                    .money(row.minimum), row.maximum.map(ReportCell.money) ?? .empty,
                ])
            }
        )
    }

    private static func shares(_ rule: StatuteRule) -> ReportSection {
        ReportSection(
            "shares",
            title: "Shares",
            columns: [
                ReportColumn("role", "Recipient's role", .text),
                ReportColumn("share", "Share", .text),
                ReportColumn("otherwise", "Otherwise", .text),
            ],
            rows: rule.shares.map { share in
                ReportRow([
                    .text(share.role), .text(words(share.part) + words(share.division)),
                    .text(ifKnown: share.fallback),
                ])
            }
        )
    }

    private static func words(_ priors: ClosedRange<Int>) -> String {
        priors.upperBound == .max ? "\(priors.lowerBound) or more" : "\(priors.lowerBound)"
    }

    private static func words(_ division: ShareClause.Division) -> String {
        switch division {
        case .single: ""
        case .equal: ", equally"
        case .byJudgment: ", as the judgment says"
        }
    }

    private static func words(_ part: ShareClause.Part) -> String {
        switch part {
        case .percent(let millionths): percent(millionths)
        case .amount(let amount): "\(amount)"
        case .component(let weight): "\(weight) parts"
        case .remainder: "the rest"
        }
    }

    /// A percentage that is held in parts of a million, as 42.5 %.
    static func percent(_ millionths: Int64) -> String {
        let decimals = String(10_000 + millionths % 10_000).dropFirst()
        let digits = decimals.reversed().drop { $0 == "0" }.reversed()
        return "\(millionths / 10_000)" + (digits.isEmpty ? "" : ".\(String(digits))") + " %"
    }
}
