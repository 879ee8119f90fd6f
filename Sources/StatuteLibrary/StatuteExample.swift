package import LedgerModel

/// A worked example that a rule file carries and must reproduce.
package struct StatuteExample: Hashable, Sendable {
    /// The facts of an assessment.
    package struct Facts: Hashable, Sendable {
        package let grade: String?
        package let counts: Int
        package let priors: Int
        package let isEntity: Bool
        package let isIndigent: Bool
        /// The court's own figure, for all counts and shares.
        package let requested: Money?
        /// The court's figure for the first of the components.
        package let component: Money?
        package let judgmentOn: LedgerDate
        package let basis: CountBasis
    }

    /// What the example works out.
    package enum Question: Hashable, Sendable {
        /// How much is ordered.
        case assess(Facts)
        /// How payments are split, given the recipients of each role and their weights.
        case split(payments: [Money], roles: [String: [String]], weights: [String: [Int64]])
    }

    /// What must come out.
    package enum Answer: Hashable, Sendable {
        /// One row of amounts for each payment, or one amount assessed.
        case amounts([[Money]])
        /// A refusal with this code.
        case refusal(LedgerRefusal.Code)
    }

    package let name: String
    package let question: Question
    package let expected: Answer

    /// The line of the example in its file.
    package let line: Int
}

/// What a rule made of one of its examples.
package struct ExampleResult: Hashable, Sendable {
    package let example: StatuteExample

    /// What came out.
    package let actual: StatuteExample.Answer

    /// Whether it is what had to come out.
    package var isAsExpected: Bool { actual == example.expected }
}

extension StatuteExample.Answer: CustomStringConvertible {
    package var description: String {
        switch self {
        case .amounts(let rows):
            rows.map { $0.map(\.description).joined(separator: " / ") }.joined(separator: "; ")
        case .refusal(let code): code.rawValue
        }
    }
}

extension StatuteRule {
    /// Works every example of the rule.
    package func runExamples() -> [ExampleResult] {
        examples.map { example in
            do throws(LedgerRefusal) {
                return ExampleResult(
                    example: example,
                    actual: .amounts(try answer(example.question))
                )
            } catch {
                return ExampleResult(example: example, actual: .refusal(error.code))
            }
        }
    }

    private func answer(_ question: StatuteExample.Question) throws(LedgerRefusal) -> [[Money]] {
        switch question {
        case .assess(let facts):
            let amount = try assess(
                grade: facts.grade,
                counts: facts.counts,
                priors: facts.priors,
                isEntity: facts.isEntity,
                requested: try facts.component.map(total(ofComponent:)) ?? facts.requested,
                judgmentOn: facts.judgmentOn,
                countBasis: facts.basis,
                isIndigent: facts.isIndigent
            )
            return [[amount]]
        case .split(let payments, let roles, let weights):
            let plan = try sharePlan(resolving: roles, weights: weights)
            var held = [Money](repeating: .zero, count: plan.shareCount)
            var rows: [[Money]] = []
            for payment in payments {
                let given = try plan.split(payment, held: held)
                for index in held.indices { held[index] = try held[index] + given[index] }
                rows.append(given)
            }
            return rows
        }
    }
}
