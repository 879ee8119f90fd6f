import Crypto
import LedgerModel
import StatuteLibrary

extension StatuteRule {
    /// The version of a rule is named by its first day.
    var version: String { effectiveFrom.description }

    /// Every role that can receive a share, fallbacks included.
    var shareRoles: [String] {
        shares.flatMap { [$0.role] + ($0.fallback.map { [$0] } ?? []) }
            .reduce(into: []) { roles, role in
                if !roles.contains(role) { roles.append(role) }
            }
    }

    /// The least that can be ordered for one count, reductions included.
    var leastAmount: Money? {
        assessment.rows.map { row in
            switch assessment.reduction {
            case .none: row.minimum
            case .to(let floor): min(floor, row.minimum)
            case .byPart(let numerator, let denominator):
                Money(cents: row.minimum.cents / denominator * (denominator - numerator))
            }
        }.min()
    }

    /// The most that can be ordered; nil where counts multiply it or the statute has no maximum.
    func greatestAmount(_ basis: CountBasis) -> Money? {
        guard (assessment.basis ?? basis) == .perOffender else { return nil }
        let maxima = assessment.rows.map(\.maximum)
        return maxima.contains(nil) ? nil : maxima.compactMap(\.self).max()
    }

    /// SHA-256 over everything that decides about money, as hexadecimal digits.
    var digest: String {
        let rows = assessment.rows.map { row in
            let priors = row.priors.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "any"
            return "row \(row.grade ?? "any") \(row.isEntity.map(\.description) ?? "any") "
                + "\(priors) \(row.minimum) \(row.maximum?.description ?? "none")"
        }
        let clauses = shares.map { share in
            "share \(share.role) \(share.fallback ?? "none") \(share.division.rawValue) "
                + share.part.text
        }
        let lines =
            [
                id, citation, "\(effectiveFrom) \(effectiveTo?.description ?? "open")",
                debtKind.rawValue, assessment.basis?.rawValue ?? "by setting",
                assessment.reduction.text, "spares indigent \(assessment.sparesIndigent)",
                partialPayment?.rawValue ?? "no fixed share", rounding.rawValue,
            ] + rows + clauses + collectionTerms
        return SHA256.hash(data: Array(lines.joined(separator: "\n").utf8))
            .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
            .joined()
    }
}

extension StatuteRule {
    /// What the rule says about time and lateness; nothing for a rule that says nothing.
    fileprivate var collectionTerms: [String] {
        [
            interest.map {
                "interest over \($0.over) from day \($0.fromDay) \($0.counting.rawValue) "
                    + $0.rate.rawValue
            },
            late.map {
                "late after \($0.delinquentAfterDays) and \($0.defaultAfterDays) days "
                    + "\($0.delinquencyPenalty) \($0.defaultPenalty) due \($0.acceleratedDueDays)"
            },
            ceasesAfterYears.map { "ceases after \($0) years" },
            liabilityEnds.map {
                "ends \($0.yearsAfterJudgment) years after judgment, \($0.yearsAfterRelease) after "
                    + "release, at death \($0.endsAtDeath)"
            },
        ].compactMap(\.self)
    }
}

extension ShareClause.Part {
    fileprivate var text: String {
        switch self {
        case .percent(let parts): "percent \(parts)"
        case .amount(let amount): "amount \(amount)"
        case .component(let weight): "component \(weight)"
        case .remainder: "remainder"
        }
    }
}

extension AssessmentTable.Reduction {
    fileprivate var text: String {
        switch self {
        case .none: "no reduction"
        case .to(let floor): "reducible to \(floor)"
        case .byPart(let numerator, let denominator): "reducible by \(numerator)/\(denominator)"
        }
    }
}
