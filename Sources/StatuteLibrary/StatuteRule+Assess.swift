package import LedgerModel

extension StatuteRule {
    /// The amount that the statute orders, for all counts together.
    ///
    /// `requested` is the court's own figure, needed where the statute gives a range and for a
    /// reduction. Refused with `LG204` outside the window, `LG205` outside the amounts, `LG208`
    /// where the statute spares the indigent.
    package func assess(
        grade: String?,
        counts: Int,
        priors: Int,
        isEntity: Bool,
        requested: Money?,
        judgmentOn date: LedgerDate,
        countBasis: CountBasis,
        isIndigent: Bool = false
    ) throws(LedgerRefusal) -> Money {
        guard isInForce(on: date) else {
            throw LedgerRefusal(.authorityOutsideWindow, detail: "\(window), judgment of \(date)")
        }
        guard !(isIndigent && assessment.sparesIndigent) else {
            throw LedgerRefusal(.indigentOwesNothing, detail: citation)
        }
        guard counts >= 1, priors >= 0 else {
            throw outside("\(counts) counts and \(priors) priors")
        }
        let row = try row(grade: grade, isEntity: isEntity, priors: priors)
        let times = Int64((assessment.basis ?? countBasis) == .perCount ? counts : 1)
        let minimum = try row.minimum * times
        let maximum = try row.maximum.map { maximum throws(LedgerRefusal) in try maximum * times }
        let limits = maximum.map { "\(minimum) to \($0)" } ?? "\(minimum) or more"
        guard let requested else {
            guard minimum == maximum else { throw outside("name an amount, \(limits)") }
            return minimum
        }
        let lowest = try lowest(of: row.minimum) * times
        guard requested >= lowest, maximum.map({ requested <= $0 }) ?? true else {
            let reduced = lowest < minimum ? ", reduced not below \(lowest)" : ""
            throw outside("\(requested); \(limits)\(reduced)")
        }
        return requested
    }

    /// What is ordered in all when the first component is `amount`.
    ///
    /// Each other component is its part of that, to the nearest cent, half a cent up. Refused with
    /// `LG205` where the shares are no components.
    package func total(ofComponent amount: Money) throws(LedgerRefusal) -> Money {
        guard case .component(let first)? = shares.first?.part else {
            throw outside("no components")
        }
        var total = Money.zero
        for case .component(let weight) in shares.map(\.part) {
            let doubled = try (amount * weight * 2).cents
            total = try total + Money(cents: (doubled + first) / (2 * first))
        }
        return total
    }

    /// The citation with its window, as in `18 U.S.C. 3014 (2015-05-29 to 2025-09-30)`.
    var window: String {
        "\(citation) (\(effectiveFrom) to \(effectiveTo.map(\.description) ?? "now"))"
    }

    private func outside(_ detail: String) -> LedgerRefusal {
        LedgerRefusal(.amountOutsideStatute, detail: "\(citation): \(detail)")
    }

    private func row(
        grade: String?,
        isEntity: Bool,
        priors: Int
    ) throws(LedgerRefusal) -> AssessmentTable.Row {
        let row = assessment.rows.first {
            $0.matches(grade: grade, isEntity: isEntity, priors: priors)
        }
        guard let row else {
            let grades = assessment.grades.joined(separator: ", ")
            throw outside("no amount for grade \(grade ?? "none"); its grades: \(grades)")
        }
        return row
    }

    /// The least the court may order instead of `minimum`; a part of a cent counts as a cent.
    private func lowest(of minimum: Money) throws(LedgerRefusal) -> Money {
        switch assessment.reduction {
        case .none:
            return minimum
        case .to(let floor):
            return min(floor, minimum)
        case .byPart(let numerator, let denominator):
            let kept = try (minimum * (denominator - numerator)).cents
            return Money(cents: (kept + denominator - 1) / denominator)
        }
    }
}
