package import LedgerModel

/// One version of one statute, as the ledger applies it.
package struct StatuteRule: Hashable, Sendable {
    /// How well the text behind the file is known.
    package enum Confidence: String, CaseIterable, Hashable, Sendable {
        /// The statute's own text was read.
        case textRead = "text_read"
        /// A report or copy about it was read.
        case secondary
        /// Not checked against a source.
        case general
    }

    /// The short name, the same for all versions, such as `us-3014`.
    package let id: String

    /// The jurisdiction whose law it is.
    package let jurisdiction: String

    /// The citation printed on every entry.
    package let citation: String

    /// What the statute is about.
    package let title: String

    /// Where the text was read.
    package let source: String

    /// The day of the source.
    package let asOf: LedgerDate

    /// Who or what confirmed it.
    package let verifiedBy: String

    /// How well it is known.
    package let confidence: Confidence

    /// The first day of judgment under this version.
    package let effectiveFrom: LedgerDate

    /// The last day of judgment under this version; nil while it is in force.
    package let effectiveTo: LedgerDate?

    /// What kind of debt it orders.
    package let debtKind: DebtKind

    /// How much it orders.
    package let assessment: AssessmentTable

    /// Who receives the money.
    package let shares: [ShareClause]

    /// How fixed shares fill; nil where no share is fixed.
    package let partialPayment: PartialPayment?

    /// How cents are rounded.
    package let rounding: Rounding

    /// When collected money must be sent on.
    package let remittance: DueRule

    /// When the statute wants a report about it.
    package let report: DueRule

    /// The names of the payment orders in which the debt can stand.
    package let paymentOrders: [String]

    /// The kinds of debt that come first, whatever the rank.
    package let gatedBy: [DebtKind]

    /// The interest that the debt bears by law; nil for none.
    package let interest: InterestTerm?

    /// What the law does about a payment that is late; nil for nothing.
    package let late: LateTerm?

    /// After how many years from judgment the debt ceases; nil when the statute does not say.
    package let ceasesAfterYears: Int?

    /// When liability ends though the debt is not paid; nil when the statute does not say.
    package let liabilityEnds: LiabilityEnd?

    /// What the money may be spent on.
    package let spending: SpendingRule

    /// What the statute leaves open.
    package let openPoints: [String]

    /// Worked examples that the rule must reproduce.
    package let examples: [StatuteExample]

    /// Where the rule stands, for errors about it.
    let file: String
    let windowLine: Int

    /// Whether a judgment of `date` falls under this version.
    package func isInForce(on date: LedgerDate) -> Bool {
        effectiveFrom <= date && (effectiveTo.map { date <= $0 } ?? true)
    }
}
