import LedgerModel
import StatuteLibrary

extension StatuteRule {
    /// What the rule says beyond its amounts and shares, by the names under which the database
    /// looks it up; days and years are whole numbers, penalties parts of a million.
    var terms: [(name: String, value: String)] {
        let all: [(name: String, value: String?)] =
            [("remit_due", remittance.term)] + reductionTerms + lateTerms
            + [
                ("spares_indigent", assessment.sparesIndigent ? "true" : nil),
                ("interest_over", interest.map { "\($0.over.cents)" }),
                ("interest_from_day", interest.map { "\($0.fromDay)" }),
                ("interest_citation", interest?.citation),
                ("ceases_after_years", ceasesAfterYears.map { "\($0)" }),
                ("ends_years_after_judgment", liabilityEnds.map { "\($0.yearsAfterJudgment)" }),
                ("ends_years_after_release", liabilityEnds.map { "\($0.yearsAfterRelease)" }),
                ("ends_at_death", liabilityEnds.map { $0.endsAtDeath ? "yes" : "no" }),
                ("end_citation", liabilityEnds?.citation),
            ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    private var reductionTerms: [(name: String, value: String?)] {
        switch assessment.reduction {
        case .none: []
        case .to(let floor): [("reducible_to", "\(floor.cents)")]
        case .byPart(let numerator, let denominator):
            [("reducible_by", "\(numerator)/\(denominator)")]
        }
    }

    private var lateTerms: [(name: String, value: String?)] {
        guard let late else { return [] }
        return [
            ("delinquent_after_days", "\(late.delinquentAfterDays)"),
            ("default_after_days", "\(late.defaultAfterDays)"),
            ("delinquency_penalty", "\(late.delinquencyPenalty)"),
            ("default_penalty", "\(late.defaultPenalty)"),
            ("accelerated_due_days", "\(late.acceleratedDueDays)"),
            ("late_citation", late.citation),
        ]
    }
}
