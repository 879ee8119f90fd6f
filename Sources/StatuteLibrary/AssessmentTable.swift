package import LedgerModel

/// How much a statute orders, by grade, kind of offender and prior convictions.
package struct AssessmentTable: Hashable, Sendable {
    /// One line of the table; what it does not name it does not ask.
    package struct Row: Hashable, Sendable {
        package let grade: String?
        package let isEntity: Bool?
        package let priors: ClosedRange<Int>?
        package let minimum: Money
        package let maximum: Money?

        func matches(grade: String?, isEntity: Bool, priors: Int) -> Bool {
            (self.grade == nil || self.grade == grade)
                && (self.isEntity == nil || self.isEntity == isEntity)
                && (self.priors?.contains(priors) ?? true)
        }
    }

    /// What the court may go below the minimum, and how far.
    package enum Reduction: Hashable, Sendable {
        /// Nothing below the minimum.
        case none
        /// Down to a fixed amount, which cannot be waived.
        case to(Money)
        /// By at most this part of the minimum.
        case byPart(numerator: Int64, denominator: Int64)
    }

    /// The lines of the table.
    package let rows: [Row]

    /// How counts multiply; nil where the jurisdiction's setting decides.
    package let basis: CountBasis?

    /// How far the court may go below the minimum.
    package let reduction: Reduction

    /// Whether nothing can be ordered of an indigent person.
    package let sparesIndigent: Bool

    /// The grades that the table names, in its order.
    package var grades: [String] {
        rows.reduce(into: []) { grades, row in
            if let grade = row.grade, !grades.contains(grade) { grades.append(grade) }
        }
    }

    /// The one amount of a statute that knows no other.
    package var onlyAmount: Money? {
        guard rows.count == 1, rows[0].minimum == rows[0].maximum else { return nil }
        return rows[0].minimum
    }
}
