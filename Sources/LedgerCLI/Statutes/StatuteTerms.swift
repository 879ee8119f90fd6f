import LedgerModel
import StatuteLibrary

/// What a rule says beside amounts and shares, in words; what it does not say is left out.
enum StatuteTerms {
    static func all(of rule: StatuteRule) -> [(String, String)] {
        let terms: [(String, String?)] = [
            ("verified by", rule.verifiedBy),
            ("due", due(rule)),
            ("may be reduced", reduction(rule.assessment.reduction)),
            ("indigent person", rule.assessment.sparesIndigent ? "owes nothing" : nil),
            ("part payment", rule.partialPayment.map(words)),
            ("payment orders", rule.paymentOrders.joined(separator: ", ")),
            ("waits for", kinds(rule.gatedBy)),
            ("sent on", words(rule.remittance)),
            ("report", words(rule.report)),
            ("interest", rule.interest.map(words)),
            ("late", rule.late.map(words)),
            ("ceases", rule.ceasesAfterYears.map { "\($0) years after judgment" }),
            ("liability ends", rule.liabilityEnds.map(words)),
        ]
        return terms.compactMap { name, value in value.map { (name, $0) } }
            + limits(rule.spending)
    }

    private static func due(_ rule: StatuteRule) -> String {
        switch rule.assessment.basis {
        case .perCount: "for each count"
        case .perOffender: "once per offender"
        case nil: "per count or once, as the jurisdiction settles"
        }
    }

    private static func reduction(_ reduction: AssessmentTable.Reduction) -> String? {
        switch reduction {
        case .none: nil
        case .to(let floor): "to \(floor), which cannot be waived"
        case .byPart(let numerator, let denominator): "by at most \(numerator)/\(denominator)"
        }
    }

    private static func words(_ partial: PartialPayment) -> String {
        switch partial {
        case .proRata: "divided in proportion"
        case .sequential: "one share after the other"
        }
    }

    private static func kinds(_ kinds: [DebtKind]) -> String? {
        kinds.isEmpty ? nil : kinds.map(\.rawValue).joined(separator: ", ")
    }

    private static func words(_ due: DueRule) -> String? {
        switch due {
        case .unstated: nil
        case .afterReceipt(let months): "within \(count(months, "month")) of receipt"
        case .afterQuarter(let months): "within \(count(months, "month")) after the quarter"
        case .yearly(let month, let day): "each year by month \(month), day \(day)"
        }
    }

    private static func words(_ interest: InterestTerm) -> String {
        "on more than \(interest.over), from day \(interest.fromDay) after judgment or the next "
            + "federal business day, at a rate fixed per judgment (\(interest.citation))"
    }

    private static func words(_ late: LateTerm) -> String {
        "delinquent after \(count(late.delinquentAfterDays, "day")): "
            + "\(StatuteTables.percent(late.delinquencyPenalty)); in default after "
            + "\(count(late.defaultAfterDays, "more day")): "
            + "\(StatuteTables.percent(late.defaultPenalty)) more, and all due "
            + "\(count(late.acceleratedDueDays, "day")) after notice (\(late.citation))"
    }

    private static func words(_ end: LiabilityEnd) -> String {
        "\(count(end.yearsAfterJudgment, "year")) after judgment or "
            + "\(count(end.yearsAfterRelease, "year")) after release, whichever is later"
            + (end.endsAtDeath ? ", or at death" : "") + " (\(end.citation))"
    }

    private static func limits(_ spending: SpendingRule) -> [(String, String)] {
        let purposes = [("may pay for", spending.allowed), ("never pays for", spending.forbidden)]
        let limits = [("at least", spending.floors), ("at most", spending.caps)]
        return purposes.filter { !$1.isEmpty }.map { name, purposes in
            (name, purposes.map(\.rawValue).joined(separator: ", "))
        }
            + limits.flatMap { name, limits in
                limits.map { limit in
                    let part = StatuteTables.percent(limit.percent)
                    return (
                        name, "\(part) of \(limit.base.rawValue) for \(limit.purpose.rawValue)"
                    )
                }
            }
    }

    private static func count(_ number: Int, _ unit: String) -> String {
        "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
}
